package org.whitelane.localstack.story;

import java.io.PrintStream;

/** Prints the story: a heading per chapter, a line per step, and what to open to see it. */
final class Narrator {

    private final PrintStream out;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.println();
        out.println("  " + title);
    }

    void step(String text) {
        out.println("    ✓ " + text);
    }

    void see(String where) {
        out.println("      see " + where);
    }

    void fail(String text) {
        out.println("    ✗ " + text);
    }
}
