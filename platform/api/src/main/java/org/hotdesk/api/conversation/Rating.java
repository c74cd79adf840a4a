package org.hotdesk.api.conversation;

/**
 * What the visitor thought of a conversation.
 *
 * @param stars from 1 (bad) to 5 (very good)
 * @param comment at most 1,000 characters; may be empty
 */
public record Rating(int stars, String comment) {}
