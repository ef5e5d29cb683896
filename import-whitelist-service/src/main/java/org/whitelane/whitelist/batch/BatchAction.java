package org.whitelane.whitelist.batch;

import java.util.Locale;

/** What can be done with a batch, by whom, and the event it leaves. */
public enum BatchAction {
    OPEN(BatchWho.OFFICE, "batch-opened.v1"),
    ADD(BatchWho.OFFICE, "batch-extended.v1"),
    REMOVE(BatchWho.OFFICE, "batch-reduced.v1"),
    FREEZE(BatchWho.OFFICE, "batch-frozen.v1"),
    SIGN(BatchWho.SIGNATORY, "batch-signed.v1"),
    UNFREEZE(BatchWho.OFFICE, "batch-unfrozen.v1"),
    PUBLISH(BatchWho.OFFICE, "batch-published.v1"),
    SCHEDULE(BatchWho.OFFICE, "batch-scheduled.v1"),
    RECALL(BatchWho.OFFICE, "batch-recalled.v1"),
    RELEASE(BatchWho.CLOCK, "batch-published.v1"),
    HAND_BACK(BatchWho.CLOCK, "batch-handed-back.v1"),
    ABANDON(BatchWho.OFFICE, "batch-abandoned.v1"),
    TAKE_OVER(BatchWho.SYSTEM, "batch-transfer-opened.v1"),
    COMPLETE(BatchWho.SYSTEM, "batch-published.v1");

    private final BatchWho who;
    private final String event;

    BatchAction(BatchWho who, String event) {
        this.who = who;
        this.event = event;
    }

    public BatchWho who() {
        return who;
    }

    /** Without the prefix. */
    public String event() {
        return event;
    }

    /** Until a batch is published nobody outside hears of it. */
    public boolean isPublic() {
        return this == PUBLISH || this == RELEASE || this == COMPLETE;
    }

    /** As callers read it: {@code hand-back}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
