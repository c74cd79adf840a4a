CREATE TABLE conversation_rules (
    team BIGINT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    rules LONGTEXT NOT NULL
);

CREATE TABLE conversation_survey (
    -- A conversation is asked about once.
    conversation BIGINT NOT NULL PRIMARY KEY,
    team BIGINT NOT NULL,
    form VARCHAR(10) NOT NULL,
    asked_by VARCHAR(10) NOT NULL,
    asked_at DATETIME(6) NOT NULL,
    reminded_at DATETIME(6),
    expires_at DATETIME(6) NOT NULL,
    answered_at DATETIME(6),
    stars INT,
    comment VARCHAR(1000)
);

CREATE INDEX conversation_survey_asked ON conversation_survey (asked_at, team);

CREATE TABLE conversation_survey_reason (
    conversation BIGINT NOT NULL,
    code VARCHAR(40) NOT NULL,
    PRIMARY KEY (conversation, code)
);
