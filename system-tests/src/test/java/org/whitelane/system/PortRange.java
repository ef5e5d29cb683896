package org.whitelane.system;

import java.io.IOException;
import java.net.ServerSocket;

/** Ports for a whole suite. */
public final class PortRange {

    private static final int LENGTH = 20;

    private PortRange() {}

    /**
     * The first of a range of ports that is free as a whole, so that a suite of a developer goes on
     * undisturbed.
     */
    public static int free() {
        for (int base = 21000; base < 32000; base += 100) {
            if (isFree(base)) {
                return base;
            }
        }
        throw new IllegalStateException("no free range of ports");
    }

    private static boolean isFree(int base) {
        for (int port = base; port < base + LENGTH; port++) {
            try (var _ = new ServerSocket(port)) {
                continue;
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
