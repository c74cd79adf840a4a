-- Locked by whoever changes agents or teams, so that such changes happen one after the other.
CREATE TABLE staff_lock (
    id INT NOT NULL PRIMARY KEY
);
INSERT INTO staff_lock (id) VALUES (1);

CREATE TABLE staff_team (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name_zh_cn VARCHAR(100) NOT NULL,
    name_en VARCHAR(100) NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE staff_agent (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    login VARCHAR(64) NOT NULL,
    name VARCHAR(100) NOT NULL,
    role VARCHAR(20) NOT NULL,
    active BOOLEAN NOT NULL,
    password VARCHAR(200) NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT staff_agent_login UNIQUE (login)
);

CREATE TABLE staff_membership (
    team_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    PRIMARY KEY (team_id, agent_id),
    CONSTRAINT staff_membership_team FOREIGN KEY (team_id) REFERENCES staff_team (id),
    CONSTRAINT staff_membership_agent FOREIGN KEY (agent_id) REFERENCES staff_agent (id)
);

CREATE TABLE staff_skill (
    agent_id BIGINT NOT NULL,
    position INT NOT NULL,
    skill VARCHAR(64) NOT NULL,
    level INT NOT NULL,
    PRIMARY KEY (agent_id, position),
    CONSTRAINT staff_skill_agent FOREIGN KEY (agent_id) REFERENCES staff_agent (id)
);

-- One row an agent: presence and load. What must be exclusive is decided by one UPDATE of this row.
CREATE TABLE staff_presence (
    agent_id BIGINT NOT NULL PRIMARY KEY,
    presence VARCHAR(20) NOT NULL,
    reason VARCHAR(100),
    since DATETIME(6) NOT NULL,
    open_load INT NOT NULL,
    capacity INT NOT NULL,
    handled_day BIGINT NOT NULL,
    handled INT NOT NULL,
    last_assigned DATETIME(6),
    CONSTRAINT staff_presence_agent FOREIGN KEY (agent_id) REFERENCES staff_agent (id)
);

-- Apart from staff_presence, so that a heartbeat never waits for a conversation, nor the reverse.
CREATE TABLE staff_heartbeat (
    agent_id BIGINT NOT NULL PRIMARY KEY,
    heard_at DATETIME(6) NOT NULL,
    CONSTRAINT staff_heartbeat_agent FOREIGN KEY (agent_id) REFERENCES staff_agent (id)
);

CREATE TABLE staff_session (
    token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    agent_id BIGINT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    CONSTRAINT staff_session_agent FOREIGN KEY (agent_id) REFERENCES staff_agent (id)
);
CREATE INDEX staff_session_expiry ON staff_session (expires_at);
