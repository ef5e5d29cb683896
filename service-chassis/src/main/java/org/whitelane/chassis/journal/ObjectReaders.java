package org.whitelane.chassis.journal;

import org.whitelane.chassis.security.Caller;

/**
 * Says who may see an object besides operators; a service declares one per kind of object whose
 * history is shown to parties.
 */
@FunctionalInterface
public interface ObjectReaders {

    /** False also for what is no object of this kind. */
    boolean maySee(String subject, Caller caller);
}
