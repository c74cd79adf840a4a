CREATE TABLE crm_sql_customer (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    key_hash VARCHAR(64) NOT NULL,
    name VARCHAR(100) NOT NULL,
    email VARCHAR(254),
    phone VARCHAR(40),
    company VARCHAR(100),
    region VARCHAR(100),
    created_at DATETIME(6) NOT NULL,
    version BIGINT NOT NULL,
    merged_into VARCHAR(64),
    CONSTRAINT crm_sql_customer_key UNIQUE (key_hash)
);
CREATE INDEX crm_sql_customer_merged ON crm_sql_customer (merged_into);

CREATE TABLE crm_sql_tag (
    customer_id VARCHAR(64) NOT NULL,
    position INT NOT NULL,
    tag VARCHAR(50) NOT NULL,
    PRIMARY KEY (customer_id, position)
);

CREATE TABLE crm_sql_attribute (
    customer_id VARCHAR(64) NOT NULL,
    position INT NOT NULL,
    name VARCHAR(64) NOT NULL,
    content VARCHAR(1000) NOT NULL,
    PRIMARY KEY (customer_id, position)
);
