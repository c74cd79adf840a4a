-- Who was at work when, with which teams, skills and capacity: a row for each change.
CREATE TABLE conversation_attendance (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    agent BIGINT NOT NULL,
    since DATETIME(6) NOT NULL,
    state LONGTEXT NOT NULL
);
CREATE INDEX conversation_attendance_since ON conversation_attendance (since, id);
CREATE INDEX conversation_attendance_of ON conversation_attendance (agent, id);
