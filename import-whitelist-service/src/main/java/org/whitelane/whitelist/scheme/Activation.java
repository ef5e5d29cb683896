package org.whitelane.whitelist.scheme;

/** What came of activating a version. */
public sealed interface Activation {

    record Activated(PilotScheme scheme) implements Activation {}

    /** The same content was there before. */
    record Unchanged(PilotScheme scheme) implements Activation {}

    /** Decisions refer to a version: a change needs a new one. */
    record OtherContent(PilotScheme scheme) implements Activation {

        public String detail() {
            return "%s was loaded with other content: decisions refer to it, so a change needs a new version."
                    .formatted(scheme.reference());
        }
    }
}
