package org.whitelane.testing;

/** The tests cannot have the parts that were asked for. */
final class InfraMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    InfraMissing(String message) {
        super(message);
    }
}
