CREATE TABLE admin_settings (
    pid VARCHAR(200) NOT NULL,
    revision BIGINT NOT NULL,
    changed_by VARCHAR(100) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (pid, revision)
);

-- Everything that is set as of a revision; what is not here has its usual value.
CREATE TABLE admin_setting (
    pid VARCHAR(200) NOT NULL,
    revision BIGINT NOT NULL,
    name VARCHAR(100) NOT NULL,
    setting_value LONGTEXT NOT NULL,
    PRIMARY KEY (pid, revision, name)
);
