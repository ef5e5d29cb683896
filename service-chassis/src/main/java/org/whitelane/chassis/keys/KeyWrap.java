package org.whitelane.chassis.keys;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps signing keys with AES-256-GCM, so that a copy of the database cannot sign. The key id is
 * authenticated along: a wrapped key cannot be moved to another row. Of several keys in the file
 * the first wraps and all unwrap, so that one can be exchanged while nothing stops.
 */
public final class KeyWrap {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final @Nullable Path file;
    private final SecureRandom random = new SecureRandom();
    private volatile List<SecretKey> keys;

    private KeyWrap(@Nullable Path file, List<SecretKey> keys) {
        this.file = file;
        this.keys = keys;
    }

    public KeyWrap(byte[] key) {
        this(null, List.of(secret(key)));
    }

    public static KeyWrap of(@Nullable Path file) {
        if (file == null) {
            throw new KeyFileUnusable("The setting whitelane.signing.key-file is missing.", null);
        }
        return new KeyWrap(file, read(file));
    }

    /** An operator exchanges the file while we run. */
    public void readAgain() {
        if (file != null) {
            keys = read(file);
        }
    }

    private static List<SecretKey> read(Path file) {
        try {
            var keys =
                    Files.readString(file)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .map(line -> secret(Base64.getDecoder().decode(line)))
                            .toList();
            return keys.isEmpty() ? List.of(secret(new byte[0])) : keys;
        } catch (IOException e) {
            throw new KeyFileUnusable("The signing key file %s cannot be read.".formatted(file), e);
        } catch (IllegalArgumentException e) {
            throw new KeyFileUnusable(
                    "The signing key file %s is not base64; it should hold 32 random bytes in base64."
                            .formatted(file),
                    e);
        }
    }

    private static SecretKey secret(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new KeyFileUnusable(
                    "The signing key file holds %d bytes, it should hold 32 random bytes in base64."
                            .formatted(key.length),
                    null);
        }
        return new SecretKeySpec(key, "AES");
    }

    /** Tells keys apart and nothing about them; of the one that wraps. */
    public String fingerprint() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(keys.getFirst().getEncoded());
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** With what the file says now: the key it was read with may be gone tomorrow. */
    public byte[] wrap(String kid, byte[] plain) {
        readAgain();
        var iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), kid, iv).doFinal(plain);
            var wrapped = Arrays.copyOf(iv, IV_BYTES + sealed.length);
            System.arraycopy(sealed, 0, wrapped, IV_BYTES, sealed.length);
            return wrapped;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot wrap signing key " + kid, e);
        }
    }

    public byte[] unwrap(String kid, byte[] wrapped) {
        var plain = tryAll(kid, wrapped);
        if (plain == null) {
            readAgain(); // another instance may have wrapped it with a key that came later
            plain = tryAll(kid, wrapped);
        }
        if (plain == null) {
            throw new KeyFileUnusable(
                    "Signing key %s in the database was wrapped with another key file."
                            .formatted(kid),
                    null);
        }
        return plain;
    }

    /**
     * Wrapped anew with the file's first key; empty where it is already.
     *
     * @throws KeyFileUnusable where the file lacks the key that it lies under
     */
    public Optional<byte[]> rewrap(String kid, byte[] wrapped) {
        return tryOne(keys.getFirst(), kid, wrapped) != null
                ? Optional.empty()
                : Optional.of(wrap(kid, unwrap(kid, wrapped)));
    }

    private byte @Nullable [] tryAll(String kid, byte[] wrapped) {
        for (var key : keys) {
            var plain = tryOne(key, kid, wrapped);
            if (plain != null) {
                return plain;
            }
        }
        return null;
    }

    private static byte @Nullable [] tryOne(SecretKey key, String kid, byte[] wrapped) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, kid, Arrays.copyOf(wrapped, IV_BYTES))
                    .doFinal(wrapped, IV_BYTES, wrapped.length - IV_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null; // GCM's tag: not this key, or not these bytes
        }
    }

    private static Cipher cipher(int mode, SecretKey key, String kid, byte[] iv)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
