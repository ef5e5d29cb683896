package org.whitelane.whitelist.ban;

import org.whitelane.whitelist.core.Officer;

/** What happened to a ban. */
public sealed interface BanFact {

    Ban ban();

    Officer by();

    record Raised(Ban ban, Officer by) implements BanFact {}

    record Lifted(Ban before, Ban ban, Officer by) implements BanFact {}
}
