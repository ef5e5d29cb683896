package org.whitelane.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The limit: SHA-256 over a file's bytes and nothing else, in one thread. */
final class ShaLoop {

    private static final int BUFFER = 1 << 20;

    private ShaLoop() {}

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256");
        var buffer = new byte[BUFFER];
        try (var in = Files.newInputStream(Path.of(args[0]))) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        System.out.println(HexFormat.of().formatHex(digest.digest()));
    }
}
