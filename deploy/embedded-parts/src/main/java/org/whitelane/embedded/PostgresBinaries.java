package org.whitelane.embedded;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;

/**
 * The PostgreSQL server as a Maven artefact, unpacked once per user and version into the user's
 * cache folder.
 */
final class PostgresBinaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    /**
     * What the archive's LZMA dictionary and the class path need; less ends in an OutOfMemoryError
     * half-way.
     */
    private static final long HEAP_TO_UNPACK = 160L << 20;

    private PostgresBinaries() {}

    /**
     * The folder that holds {@code bin/postgres}; safe to be asked by several processes at once.
     */
    static synchronized Path folder() throws IOException {
        Path cache = cacheFolder();
        Path folder = cache.resolve("postgres-" + fingerprint());
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(cache);
        try (var lockFile =
                        FileChannel.open(
                                cache.resolve("unpack.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = lockFile.lock()) {
            if (!Files.isDirectory(folder)) {
                unpack(folder);
            }
        }
        return folder;
    }

    private static Path cacheFolder() {
        @Nullable String configured = System.getenv("XDG_CACHE_HOME");
        Path base =
                configured == null || configured.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(configured);
        return base.resolve("whitelane");
    }

    /**
     * Unpacks beside and renames, so that an interrupted attempt never looks like a finished one.
     */
    private static void unpack(Path folder) throws IOException {
        if (Runtime.getRuntime().maxMemory() < HEAP_TO_UNPACK) {
            throw new IllegalStateException(
                    "Unpacking PostgreSQL needs a heap of at least 256 MB: start this JVM with"
                            + " -Xmx256m or more.");
        }
        Path attempt = Files.createTempDirectory(folder.getParent(), "unpacking-");
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, attempt);
            }
        }
        Files.move(attempt, folder);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
            throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The archive names a file outside of its folder: " + target);
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0) {
                var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
                permissions.add(PosixFilePermission.OWNER_EXECUTE);
                Files.setPosixFilePermissions(target, permissions);
            }
        }
    }

    private static String fingerprint() throws IOException {
        try (var digest = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream archive() {
        InputStream stream = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
        if (stream == null) {
            throw new IllegalStateException(
                    "No PostgreSQL for this platform on the class path: "
                            + ARCHIVE
                            + " is missing.");
        }
        return stream;
    }
}
