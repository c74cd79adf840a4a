-- What falls due for a conversation; whoever acts on it looks at the conversation afresh.
CREATE TABLE conversation_timer (
    conversation BIGINT NOT NULL,
    kind VARCHAR(10) NOT NULL,
    due_at DATETIME(6) NOT NULL,
    -- The line of the warning, or the line that is marked; 0: none yet.
    seq BIGINT NOT NULL,
    since DATETIME(6),
    PRIMARY KEY (conversation, kind)
);

CREATE INDEX conversation_timer_due ON conversation_timer (due_at, conversation, kind);
