CREATE TABLE test_thing (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    colour VARCHAR(20) NOT NULL,
    parent BIGINT,
    note LONGTEXT,
    ended_at DATETIME(6),
    is_open BOOLEAN NOT NULL,
    size INT NOT NULL,
    made_at DATETIME(6) NOT NULL
);
