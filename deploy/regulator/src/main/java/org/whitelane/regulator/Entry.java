package org.whitelane.regulator;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * One entry of a stream as it arrived.
 *
 * @param attributes CloudEvents attributes by their plain names ({@code id}, {@code type}, {@code
 *     position}, …)
 * @param value the data's bytes, untouched
 */
record Entry(Map<String, String> attributes, byte[] value) {

    long position() {
        return Long.parseLong(required("position"));
    }

    String id() {
        return required("id");
    }

    String hash() {
        return required("chainhash");
    }

    @Nullable String attribute(String name) {
        return attributes.get(name);
    }

    private String required(String name) {
        var value = attributes.get(name);
        if (value == null) {
            throw new IllegalArgumentException("an entry has no attribute " + name);
        }
        return value;
    }
}
