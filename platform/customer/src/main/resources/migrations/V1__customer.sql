CREATE TABLE customer_visitor (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    token_hash VARCHAR(64) NOT NULL,
    customer_id VARCHAR(64),
    customer_name VARCHAR(100),
    language VARCHAR(35) NOT NULL,
    user_agent VARCHAR(500),
    landing_page VARCHAR(2000),
    referrer VARCHAR(2000),
    engine VARCHAR(40),
    keyword VARCHAR(200),
    utm_source VARCHAR(200),
    utm_medium VARCHAR(200),
    utm_campaign VARCHAR(200),
    utm_term VARCHAR(200),
    utm_content VARCHAR(200),
    current_url VARCHAR(2000) NOT NULL,
    current_title VARCHAR(200) NOT NULL,
    current_at DATETIME(6) NOT NULL,
    page_views BIGINT NOT NULL,
    first_seen DATETIME(6) NOT NULL,
    last_seen DATETIME(6) NOT NULL,
    CONSTRAINT customer_visitor_token UNIQUE (token_hash)
);
CREATE INDEX customer_visitor_customer ON customer_visitor (customer_id);

-- The newest 200 of each visitor.
CREATE TABLE customer_page_view (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    visitor_id BIGINT NOT NULL,
    url VARCHAR(2000) NOT NULL,
    title VARCHAR(200) NOT NULL,
    viewed_at DATETIME(6) NOT NULL
);
CREATE INDEX customer_page_view_visitor ON customer_page_view (visitor_id, id);
