CREATE TABLE conversation_words (
    revision BIGINT NOT NULL PRIMARY KEY,
    block LONGTEXT NOT NULL,
    warn LONGTEXT NOT NULL,
    agents BOOLEAN NOT NULL,
    visitors BOOLEAN NOT NULL,
    changed_by VARCHAR(100) NOT NULL,
    changed_at DATETIME(6) NOT NULL
);
