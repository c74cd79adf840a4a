package org.hotdesk.api.conversation;

import org.hotdesk.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

import java.time.Instant;
import java.util.List;

/** The words that are not to be sent, or only after a warning. Thread-safe. */
@ProviderType
public interface SensitiveWords {

    /**
     * The list of words. Case, width and invisible characters make no difference; a word of letters
     * and digits alone is found as a whole word only, so that {@code ass} is not in {@code class}.
     *
     * @param revision grows with every change; 0 for the empty list of the beginning
     * @param block words with which no message is taken; each 1 to 100 characters
     * @param warn words with which a message is taken once its author has confirmed it
     * @param agents whether what agents write is looked at
     * @param visitors whether what visitors write is looked at
     * @param changedBy name of who changed it last
     */
    record WordList(
            long revision,
            List<String> block,
            List<String> warn,
            boolean agents,
            boolean visitors,
            String changedBy,
            Instant changedAt) {
        public WordList {
            block = List.copyOf(block);
            warn = List.copyOf(warn);
        }
    }

    /** The words that a text holds, as the list has them, each once. */
    record Found(List<String> blocked, List<String> warned) {
        public Found {
            blocked = List.copyOf(blocked);
            warned = List.copyOf(warned);
        }
    }

    /**
     * The newest list.
     *
     * @throws org.hotdesk.api.Fault FORBIDDEN without {@code message.manage}
     */
    WordList list(Actor actor);

    /**
     * Puts another list in place of this one; it is in force at once. Revision, name and time of
     * the given list say nothing.
     *
     * @param revision of the list that was changed
     * @throws org.hotdesk.api.Fault FORBIDDEN; INVALID; STALE
     */
    WordList change(Actor actor, long revision, WordList list);

    /** Looks a text through, whoever wrote it. */
    Found find(String text);
}
