package org.whitelane.kernel;

/** What came of expressing a quantity in another unit: exactly that much, or why not. */
public sealed interface Converted {

    record To(Quantity quantity) implements Converted {}

    /**
     * @param reason one sentence for the caller
     */
    record Impossible(String reason) implements Converted {}
}
