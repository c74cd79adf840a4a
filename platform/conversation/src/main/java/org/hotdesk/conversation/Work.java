package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.Message;

import java.util.concurrent.CompletableFuture;

/** Something small that is to be written to a conversation, together with what others send. */
sealed interface Work {
    ConversationId conversation();

    /** Tells the one who waits how it ended; called after the commit. */
    void refuse(Throwable reason);

    /** A message to be written. */
    record Post(
            Actor actor,
            ConversationId conversation,
            Draft draft,
            CompletableFuture<Message> written)
            implements Work {
        @Override
        public void refuse(Throwable reason) {
            written.completeExceptionally(reason);
        }
    }

    /** A side has read up to a line. */
    record Mark(
            Actor actor, ConversationId conversation, long seq, CompletableFuture<Boolean> moved)
            implements Work {
        @Override
        public void refuse(Throwable reason) {
            moved.completeExceptionally(reason);
        }
    }

    /** How a piece of work ended, to be told after the commit. */
    sealed interface Ending {
        /** Tells the one who waits. */
        void tell();
    }

    /** The message is written, or was before. */
    record Written(Post post, Message message) implements Ending {
        @Override
        public void tell() {
            post.written().complete(message);
        }
    }

    /** The mark is where it should be. */
    record Marked(Mark mark, boolean moved) implements Ending {
        @Override
        public void tell() {
            mark.moved().complete(moved);
        }
    }

    /** It was not allowed. */
    record Refused(Work work, Fault fault) implements Ending {
        @Override
        public void tell() {
            work.refuse(fault);
        }
    }
}
