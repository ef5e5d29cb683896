package org.whitelane.registry.token;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps signing keys with AES-256-GCM, so that a copy of the database cannot sign. The key id is
 * authenticated along: a wrapped key cannot be moved to another row.
 */
final class KeyWrap {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    KeyWrap(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new KeyFileUnusable(
                    "The signing key file holds %d bytes, it should hold 32 random bytes in base64."
                            .formatted(key.length),
                    null);
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    static KeyWrap of(@Nullable Path file) {
        if (file == null) {
            throw new KeyFileUnusable("The setting whitelane.signing.key-file is missing.", null);
        }
        try {
            return new KeyWrap(Base64.getDecoder().decode(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new KeyFileUnusable("The signing key file %s cannot be read.".formatted(file), e);
        } catch (IllegalArgumentException e) {
            throw new KeyFileUnusable(
                    "The signing key file %s is not base64; it should hold 32 random bytes in base64."
                            .formatted(file),
                    e);
        }
    }

    byte[] wrap(String kid, byte[] plain) {
        var iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, kid, iv).doFinal(plain);
            var wrapped = Arrays.copyOf(iv, IV_BYTES + sealed.length);
            System.arraycopy(sealed, 0, wrapped, IV_BYTES, sealed.length);
            return wrapped;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot wrap signing key " + kid, e);
        }
    }

    byte[] unwrap(String kid, byte[] wrapped) {
        try {
            return cipher(Cipher.DECRYPT_MODE, kid, Arrays.copyOf(wrapped, IV_BYTES))
                    .doFinal(wrapped, IV_BYTES, wrapped.length - IV_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KeyFileUnusable(
                    "Signing key %s in the database was wrapped with another key file."
                            .formatted(kid),
                    e);
        }
    }

    private Cipher cipher(int mode, String kid, byte[] iv) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
