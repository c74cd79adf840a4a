CREATE TABLE conversation_replay (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    question LONGTEXT NOT NULL,
    state VARCHAR(12) NOT NULL,
    percent INT NOT NULL,
    started_by VARCHAR(100) NOT NULL,
    started_at DATETIME(6) NOT NULL,
    -- When it last got on; one that does not for a while was interrupted.
    beat_at DATETIME(6) NOT NULL,
    report LONGTEXT,
    failure VARCHAR(500)
);
