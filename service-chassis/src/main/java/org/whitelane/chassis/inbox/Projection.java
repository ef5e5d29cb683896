package org.whitelane.chassis.inbox;

/**
 * What a consumer keeps that can be made again from its topics. A consumer that acts on the world
 * (mail) has none: repeating it would act again.
 */
public interface Projection {

    /**
     * Empties its tables, in the caller's transaction. Decisions that rest on them may be under
     * way: whoever holds a lock on a row finishes first.
     */
    void clear();

    /**
     * It is whole again: whoever decided by it looks again. Can be called more than once, and by
     * any instance.
     */
    void rebuilt();
}
