package org.whitelane.chassis.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A body that is too large for memory: on disk until it is closed. It is there as a whole before
 * anything is done with it, so that a slow caller holds no connection of the database, and a caller
 * who reads nothing before he has sent everything is not waited for.
 */
public final class Spool implements AutoCloseable {

    private static final int CHUNK = 16 * 1024;

    private final Path file;
    private final long size;
    private final byte[] sha256;

    private Spool(Path file, long size, byte[] sha256) {
        this.file = file;
        this.size = size;
        this.sha256 = sha256;
    }

    /**
     * @param limit in bytes; more is 413 as soon as it has arrived, or was announced
     */
    public static Spool of(HttpServletRequest request, long limit) {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        try {
            var file = Files.createTempFile("whitelane-body-", null);
            try {
                return fill(file, request.getInputStream(), limit);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (BodyTooSlow e) {
            throw e.problem();
        } catch (IOException e) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "body-incomplete",
                    "The body broke off before its end.");
        }
    }

    private static Spool fill(Path file, InputStream body, long limit) throws IOException {
        var digest = sha256Algorithm();
        long size = 0;
        try (var out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            var chunk = new byte[CHUNK];
            for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
                size += count;
                if (size > limit) {
                    throw tooLarge(limit);
                }
                out.write(chunk, 0, count);
            }
        }
        return new Spool(file, size, digest.digest());
    }

    public long size() {
        return size;
    }

    public byte[] sha256() {
        return sha256.clone();
    }

    public InputStream open() {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem tooLarge(long limit) {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "The body is larger than %,d bytes.".formatted(limit));
    }

    private static MessageDigest sha256Algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
