package org.whitelane.chassis.web;

import jakarta.validation.Path;

/** RFC 6901 JSON pointers. */
final class Pointers {

    private Pointers() {}

    static String child(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    static String child(String parent, int index) {
        return parent + "/" + index;
    }

    /** Where Bean Validation saw it: {@code items[0].name} becomes {@code /items/0/name}. */
    static String of(String base, Path path) {
        var pointer = base;
        for (Path.Node node : path) {
            if (node.isInIterable()) {
                Object at = node.getIndex() != null ? node.getIndex() : node.getKey();
                pointer = at == null ? pointer : child(pointer, at.toString());
            }
            var name = node.getName();
            if (name != null && !name.startsWith("<")) {
                pointer = child(pointer, name);
            }
        }
        return pointer;
    }
}
