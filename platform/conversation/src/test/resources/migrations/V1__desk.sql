CREATE TABLE desk_agent (
    id BIGINT NOT NULL PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    presence VARCHAR(10) NOT NULL,
    load_now INT NOT NULL,
    capacity INT NOT NULL,
    handled INT NOT NULL,
    last_assigned DATETIME(6),
    CHECK (load_now >= 0 AND load_now <= capacity)
);
