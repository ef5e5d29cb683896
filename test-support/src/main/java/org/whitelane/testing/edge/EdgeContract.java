package org.whitelane.testing.edge;

/**
 * The promises of every edge of the suite; docs/http.md says them in words. A service extends this
 * and names its particulars in {@link #edge()}.
 */
public abstract class EdgeContract
        implements KeyContract, VersionContract, CursorContract, ErrorContract, DateContract {}
