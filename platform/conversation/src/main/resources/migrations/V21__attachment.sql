CREATE TABLE conversation_attachment (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- Null until a message takes it up.
    conversation BIGINT,
    side VARCHAR(10) NOT NULL,
    owner BIGINT NOT NULL,
    name VARCHAR(200) NOT NULL,
    type VARCHAR(100) NOT NULL,
    size BIGINT NOT NULL,
    width INT NOT NULL,
    height INT NOT NULL,
    content VARCHAR(64) NOT NULL,
    thumbnail VARCHAR(64),
    uploaded_at DATETIME(6) NOT NULL
);

CREATE INDEX conversation_attachment_owner ON conversation_attachment (side, owner, uploaded_at);
CREATE INDEX conversation_attachment_left ON conversation_attachment (conversation, uploaded_at);
CREATE INDEX conversation_attachment_content ON conversation_attachment (content);
CREATE INDEX conversation_attachment_thumbnail ON conversation_attachment (thumbnail);

-- What a message holds beside its text: a file or a card, as JSON.
ALTER TABLE conversation_message ADD COLUMN extra LONGTEXT;
