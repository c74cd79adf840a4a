CREATE TABLE conversation (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    visitor BIGINT NOT NULL,
    visitor_name VARCHAR(100) NOT NULL,
    customer VARCHAR(64),
    team BIGINT NOT NULL,
    state VARCHAR(12) NOT NULL,
    -- The visitor while the conversation is open, then null: a visitor has one open conversation at most.
    open_of BIGINT,
    -- Client id of the first message: an opening sent again opens nothing.
    opening VARCHAR(64) NOT NULL,
    agent BIGINT,
    agent_name VARCHAR(100),
    language VARCHAR(20) NOT NULL,
    weight INT NOT NULL,
    opened_at DATETIME(6) NOT NULL,
    queued_at DATETIME(6) NOT NULL,
    assigned_at DATETIME(6),
    closed_at DATETIME(6),
    category VARCHAR(100),
    stars INT,
    comment VARCHAR(1000),
    last_seq BIGINT NOT NULL,
    last_side VARCHAR(10),
    last_text VARCHAR(120),
    last_at DATETIME(6),
    visitor_read BIGINT NOT NULL,
    agent_read BIGINT NOT NULL,
    unread INT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT conversation_open UNIQUE (open_of),
    CONSTRAINT conversation_opening UNIQUE (visitor, opening)
);

CREATE INDEX conversation_queue ON conversation (state, team, queued_at, id);
CREATE INDEX conversation_of_agent ON conversation (agent, state, id);
CREATE INDEX conversation_of_visitor ON conversation (visitor, id);
CREATE INDEX conversation_of_team ON conversation (team, id);

CREATE TABLE conversation_message (
    conversation BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    client_id VARCHAR(64) NOT NULL,
    side VARCHAR(10) NOT NULL,
    author BIGINT NOT NULL,
    author_name VARCHAR(100) NOT NULL,
    kind VARCHAR(10) NOT NULL,
    text LONGTEXT NOT NULL,
    written_at DATETIME(6) NOT NULL,
    PRIMARY KEY (conversation, seq),
    CONSTRAINT conversation_message_once UNIQUE (conversation, client_id)
);

CREATE TABLE conversation_decision (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    conversation BIGINT NOT NULL,
    trace LONGTEXT NOT NULL
);

CREATE INDEX conversation_decision_of ON conversation_decision (conversation, id);

CREATE TABLE conversation_plan (
    team BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    strategies LONGTEXT NOT NULL,
    changed_by VARCHAR(100) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (team, revision)
);
