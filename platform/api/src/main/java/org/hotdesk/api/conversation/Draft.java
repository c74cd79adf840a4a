package org.hotdesk.api.conversation;

/**
 * A message that somebody wants to send.
 *
 * @param clientId 1 to 64 characters of {@code A-Za-z0-9_-}, not beginning with {@code system-}
 * @param text 1 to 5,000 characters, not only white space; kept to the letter
 */
public record Draft(String clientId, String text) {}
