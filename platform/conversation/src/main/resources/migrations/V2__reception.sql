ALTER TABLE conversation ADD COLUMN priority INT DEFAULT 0 NOT NULL;
-- The order of service: when it began to wait, less what its priority is worth.
ALTER TABLE conversation ADD COLUMN turn_at DATETIME(6) DEFAULT '1970-01-01 00:00:00' NOT NULL;
UPDATE conversation SET turn_at = queued_at;
CREATE INDEX conversation_turn ON conversation (state, team, turn_at, id);
ALTER TABLE conversation DROP INDEX conversation_queue;
CREATE INDEX conversation_of_customer ON conversation (customer, id);

CREATE TABLE conversation_reception (
    conversation BIGINT NOT NULL PRIMARY KEY,
    arrival LONGTEXT NOT NULL,
    reception LONGTEXT NOT NULL
);

CREATE TABLE conversation_entry_point (
    entry_point VARCHAR(40) NOT NULL,
    revision BIGINT NOT NULL,
    -- Empty for that of a team, which is called as the team.
    name_zh VARCHAR(100) NOT NULL,
    name_en VARCHAR(100) NOT NULL,
    team BIGINT NOT NULL,
    strategies LONGTEXT NOT NULL,
    changed_by VARCHAR(100) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    removed BOOLEAN NOT NULL,
    PRIMARY KEY (entry_point, revision)
);

INSERT INTO conversation_entry_point
SELECT CONCAT('team-', team), revision, '', '', team, strategies, changed_by, changed_at, FALSE
FROM conversation_plan;
DROP TABLE conversation_plan;

ALTER TABLE conversation ADD COLUMN converted BOOLEAN DEFAULT FALSE NOT NULL;

-- How agents did, by the day (of the epoch, UTC) on which conversations ended; the empty category
-- holds all of them together.
CREATE TABLE conversation_record (
    category VARCHAR(100) NOT NULL,
    day_ended INT NOT NULL,
    agent BIGINT NOT NULL,
    handled INT NOT NULL,
    returned INT NOT NULL,
    rated INT NOT NULL,
    satisfied INT NOT NULL,
    converted INT NOT NULL,
    PRIMARY KEY (category, day_ended, agent)
);
