package org.hotdesk.benchmark.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a {@link FakeDesk} does wrong.
 *
 * @param dropAckEvery swallows every so manieth acknowledgement; 0 for none
 * @param cutEvery hangs up instead of handling every so manieth frame; 0 for none
 * @param rerouteEvery gives a conversation to another agent with every so manieth line; 0 for never
 * @param tamper what becomes of a transcript that is read back
 */
record Mischief(
        int dropAckEvery, int cutEvery, int rerouteEvery, UnaryOperator<List<ObjectNode>> tamper) {
    static Mischief none() {
        return new Mischief(0, 0, 0, UnaryOperator.identity());
    }

    static Mischief tampering(UnaryOperator<List<ObjectNode>> tamper) {
        return new Mischief(0, 0, 0, tamper);
    }
}
