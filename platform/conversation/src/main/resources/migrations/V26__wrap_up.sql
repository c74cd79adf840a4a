CREATE TABLE conversation_wrap_up (
    conversation BIGINT NOT NULL PRIMARY KEY,
    -- Whether it holds room at its agent.
    counts BOOLEAN NOT NULL,
    since DATETIME(6) NOT NULL,
    until_at DATETIME(6),
    category VARCHAR(100),
    summary LONGTEXT NOT NULL,
    finished_at DATETIME(6),
    finished_by VARCHAR(100)
);

CREATE TABLE conversation_category (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    parent BIGINT,
    code VARCHAR(100) NOT NULL,
    name_zh VARCHAR(100) NOT NULL,
    name_en VARCHAR(100) NOT NULL,
    place INT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT conversation_category_code UNIQUE (code)
);
