-- Answers to creates that carried an Idempotency-Key, for a day.
CREATE TABLE rest_answer (
    key_hash   CHAR(64)    NOT NULL,
    input_hash CHAR(64)    NOT NULL,
    answer     LONGTEXT    NOT NULL,
    at         DATETIME(6) NOT NULL,
    PRIMARY KEY (key_hash)
);
CREATE INDEX rest_answer_at ON rest_answer (at);
