package org.hotdesk.api.routing;

/**
 * A conversation that the candidate plan would have given to somebody else.
 *
 * @param live as it went
 * @param shadow as it would have gone
 */
public record ShadowDifference(Decision live, Trial shadow) {}
