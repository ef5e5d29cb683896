package org.whitelane.whitelist.scheme.web;

import org.whitelane.chassis.web.Versioned;
import org.whitelane.whitelist.scheme.Members;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.List;
import java.util.Map;

/**
 * A scheme as loaded, who sits at its table, and what its sources leave open.
 *
 * @param members agency role to organisation
 * @param notKnown JSON pointers into the scheme
 * @param revision of the scheme with its table, which is what {@code ETag} tells; the version in
 *     {@code scheme} is that of the rules
 */
record SchemeView(
        PilotScheme scheme,
        Map<String, String> members,
        String office,
        List<String> notKnown,
        long revision)
        implements Versioned {

    @Override
    public long version() {
        return revision;
    }

    /**
     * @param revision read before the members: who acts on newer ones is told to read again
     */
    static SchemeView of(long revision, PilotScheme scheme, Members members) {
        return new SchemeView(
                scheme, members.byRole(), scheme.governance().lead(), scheme.notKnown(), revision);
    }
}
