CREATE TABLE conversation_note (
    conversation BIGINT NOT NULL,
    number BIGINT NOT NULL,
    after_seq BIGINT NOT NULL,
    client_id VARCHAR(64) NOT NULL,
    author BIGINT NOT NULL,
    author_name VARCHAR(100) NOT NULL,
    text LONGTEXT NOT NULL,
    recalled BOOLEAN NOT NULL,
    written_at DATETIME(6) NOT NULL,
    PRIMARY KEY (conversation, number),
    CONSTRAINT conversation_note_once UNIQUE (conversation, client_id)
);
