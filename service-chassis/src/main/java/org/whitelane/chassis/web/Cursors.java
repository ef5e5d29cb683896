package org.whitelane.chassis.web;

import org.springframework.http.HttpStatus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque positions in a list: the sort keys of the last row, sealed with the name of the list (and
 * of its reader, where lists differ by reader), so that nobody can point elsewhere. The keys are
 * sealed, not hidden.
 */
public final class Cursors {

    private static final int SEAL = 16;

    private final Supplier<byte[]> key;

    public Cursors(Supplier<byte[]> key) {
        this.key = key;
    }

    public String encode(String scope, List<String> keys) {
        var payload = pack(keys);
        var sealed = new ByteArrayOutputStream();
        sealed.writeBytes(seal(scope, payload));
        sealed.writeBytes(payload);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.toByteArray());
    }

    public List<String> decode(String scope, String cursor) {
        try {
            var sealed = Base64.getUrlDecoder().decode(cursor);
            if (sealed.length > SEAL) {
                var payload = Arrays.copyOfRange(sealed, SEAL, sealed.length);
                if (MessageDigest.isEqual(Arrays.copyOf(sealed, SEAL), seal(scope, payload))) {
                    return unpack(payload);
                }
            }
        } catch (IllegalArgumentException e) {
            // not Base64: answered below like any other cursor that is not ours
        }
        throw Problem.of(
                HttpStatus.BAD_REQUEST,
                "cursor-invalid",
                "This cursor was not given out for this list; take 'next' as it is, or start"
                        + " without a cursor.");
    }

    private byte[] seal(String scope, byte[] payload) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.get(), "HmacSHA256"));
            mac.update(pack(List.of(scope)));
            mac.update(payload);
            return Arrays.copyOf(mac.doFinal(), SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pack(List<String> texts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var text : texts) {
                var utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> unpack(byte[] payload) {
        var texts = new ArrayList<String>();
        try (var in = new DataInputStream(new ByteArrayInputStream(payload))) {
            while (in.available() > 0) {
                texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
