package org.whitelane.whitelist.scheme.web;

import org.whitelane.whitelist.scheme.Members;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.List;
import java.util.Map;

/**
 * A scheme as loaded, who sits at its table, and what its sources leave open.
 *
 * @param members agency role to organisation
 * @param notKnown JSON pointers into the scheme
 */
record SchemeView(
        PilotScheme scheme, Map<String, String> members, String office, List<String> notKnown) {

    static SchemeView of(PilotScheme scheme, Members members) {
        return new SchemeView(
                scheme, members.byRole(), scheme.governance().lead(), scheme.notKnown());
    }
}
