CREATE TABLE sla_calendar (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    zone VARCHAR(64) NOT NULL,
    country VARCHAR(20),
    adjusted_as VARCHAR(10) NOT NULL,
    version BIGINT NOT NULL
);

-- Minutes after midnight; an end that is not after its start is on the next day.
CREATE TABLE sla_calendar_hours (
    calendar_id BIGINT NOT NULL,
    weekday VARCHAR(10) NOT NULL,
    start_minute INT NOT NULL,
    end_minute INT NOT NULL,
    PRIMARY KEY (calendar_id, weekday, start_minute),
    CONSTRAINT sla_calendar_hours_calendar FOREIGN KEY (calendar_id) REFERENCES sla_calendar (id)
);

-- Days are those of the epoch. hours_of: the weekday whose hours are worked; none: a day off.
CREATE TABLE sla_calendar_day (
    calendar_id BIGINT NOT NULL,
    epoch_day BIGINT NOT NULL,
    name VARCHAR(100) NOT NULL,
    hours_of VARCHAR(10),
    PRIMARY KEY (calendar_id, epoch_day),
    CONSTRAINT sla_calendar_day_calendar FOREIGN KEY (calendar_id) REFERENCES sla_calendar (id)
);

-- Teams are staff's own; the row stays when a team works by no calendar any more.
CREATE TABLE sla_team (
    team_id BIGINT NOT NULL PRIMARY KEY,
    calendar_id BIGINT,
    version BIGINT NOT NULL,
    CONSTRAINT sla_team_calendar FOREIGN KEY (calendar_id) REFERENCES sla_calendar (id)
);
