CREATE TABLE failing_migration_rows (id BIGINT PRIMARY KEY, what NO_SUCH_TYPE);
