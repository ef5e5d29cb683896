package org.whitelane.whitelist.batch;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What somebody wants done with a batch. */
public sealed interface BatchCommand {

    BatchAction action();

    record Add(List<UUID> requests) implements BatchCommand {
        @Override
        public BatchAction action() {
            return BatchAction.ADD;
        }
    }

    record Remove(List<UUID> requests) implements BatchCommand {
        @Override
        public BatchAction action() {
            return BatchAction.REMOVE;
        }
    }

    record Freeze() implements BatchCommand {
        @Override
        public BatchAction action() {
            return BatchAction.FREEZE;
        }
    }

    /**
     * @param jws detached, by the officer's own key, over the statement of that day
     */
    record Sign(String jws, LocalDate signedOn) implements BatchCommand {
        @Override
        public BatchAction action() {
            return BatchAction.SIGN;
        }
    }

    record Unfreeze(String reason) implements BatchCommand {
        @Override
        public BatchAction action() {
            return BatchAction.UNFREEZE;
        }
    }

    /**
     * @param earlyReason why it does not wait for the scheme's next date
     */
    record Publish(@Nullable String earlyReason) implements BatchCommand {
        @Override
        public BatchAction action() {
            return BatchAction.PUBLISH;
        }
    }

    record Schedule(Instant at, @Nullable String earlyReason) implements BatchCommand {
        @Override
        public BatchAction action() {
            return BatchAction.SCHEDULE;
        }
    }

    record Recall(String reason) implements BatchCommand {
        @Override
        public BatchAction action() {
            return BatchAction.RECALL;
        }
    }

    record Release() implements BatchCommand {
        @Override
        public BatchAction action() {
            return BatchAction.RELEASE;
        }
    }

    record HandBack(String reason, List<Finding> findings) implements BatchCommand {
        @Override
        public BatchAction action() {
            return BatchAction.HAND_BACK;
        }
    }

    record Abandon(String reason) implements BatchCommand {
        @Override
        public BatchAction action() {
            return BatchAction.ABANDON;
        }
    }
}
