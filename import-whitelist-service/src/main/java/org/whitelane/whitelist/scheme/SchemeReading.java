package org.whitelane.whitelist.scheme;

import java.util.List;

/** What came of reading a scheme's file. */
public sealed interface SchemeReading {

    record Read(PilotScheme scheme) implements SchemeReading {}

    /**
     * @param faults all of them
     */
    record Refused(List<SchemeFault> faults) implements SchemeReading {}
}
