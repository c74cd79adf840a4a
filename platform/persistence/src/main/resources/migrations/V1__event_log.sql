-- seq: order of writing, taken while the writer holds its rows; position: order of the log, given
-- after the commit, so that nobody ever reads past an event that is yet to be committed.
CREATE TABLE persistence_event (
    seq BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    position BIGINT,
    at DATETIME(6) NOT NULL,
    type VARCHAR(60) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    actor LONGTEXT NOT NULL,
    payload LONGTEXT NOT NULL
);
CREATE UNIQUE INDEX persistence_event_position ON persistence_event (position);

-- Who does what may be done on one node only, until when, and how far it got.
CREATE TABLE persistence_lease (
    name VARCHAR(100) NOT NULL PRIMARY KEY,
    holder VARCHAR(60) NOT NULL,
    expires DATETIME(6) NOT NULL,
    position BIGINT NOT NULL
);
