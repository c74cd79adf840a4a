-- Candidate plans next to live ones; one that has ended stays as the revision that it was.
CREATE TABLE conversation_shadow (
    entry_point VARCHAR(40) NOT NULL,
    revision BIGINT NOT NULL,
    strategies LONGTEXT NOT NULL,
    started_by VARCHAR(100) NOT NULL,
    started_at DATETIME(6) NOT NULL,
    ended BOOLEAN NOT NULL,
    decided BIGINT NOT NULL,
    agreed BIGINT NOT NULL,
    dropped BIGINT NOT NULL,
    PRIMARY KEY (entry_point, revision)
);

CREATE TABLE conversation_shadow_difference (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    entry_point VARCHAR(40) NOT NULL,
    revision BIGINT NOT NULL,
    live LONGTEXT NOT NULL,
    trial LONGTEXT NOT NULL
);

CREATE INDEX conversation_shadow_difference_of
    ON conversation_shadow_difference (entry_point, revision, id);
