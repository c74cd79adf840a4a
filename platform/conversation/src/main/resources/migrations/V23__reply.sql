CREATE TABLE conversation_reply (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- Null for a shared one; then the team may be null too: for everybody.
    owner BIGINT,
    team BIGINT,
    shortcut VARCHAR(40) NOT NULL,
    title VARCHAR(100) NOT NULL,
    text LONGTEXT NOT NULL,
    version BIGINT NOT NULL
);

CREATE INDEX conversation_reply_owner ON conversation_reply (owner);
