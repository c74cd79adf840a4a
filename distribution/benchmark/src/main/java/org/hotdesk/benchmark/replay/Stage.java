package org.hotdesk.benchmark.replay;

import org.hotdesk.benchmark.client.Patience;
import org.hotdesk.benchmark.client.Rest;
import org.hotdesk.benchmark.client.SocketLoop;

import java.time.Duration;

/**
 * What everybody who takes part shares.
 *
 * @param answerWithin how long a connection may leave everything unanswered before it is given up
 */
record Stage(Rest rest, SocketLoop loop, Patience patience, Tally tally, Duration answerWithin) {}
