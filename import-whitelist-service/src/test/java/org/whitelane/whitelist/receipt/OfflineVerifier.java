package org.whitelane.whitelist.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.whitelane.whitelist.receipt.PlainJson.Members;

import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What stands at a customs desk without a line: the JDK, the published keys and a status list that
 * was fetched some time ago. It shares no code with what it verifies.
 */
final class OfflineVerifier {

    enum Verdict {
        GOOD,
        NOT_A_RECEIPT,
        UNKNOWN_KEY,
        SIGNATURE_WRONG,
        NOT_YET,
        EXPIRED,
        LIST_UNUSABLE,
        LIST_TOO_OLD,
        REVOKED,
        SUSPENDED
    }

    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int BITS = 2;

    private final Map<String, PublicKey> keys = new HashMap<>();

    OfflineVerifier(String jwks) {
        for (var jwk : PlainJson.object(jwks).list("keys")) {
            keys.put(jwk.text("kid"), key(jwk.text("x")));
        }
    }

    private static PublicKey key(String x) {
        var point = BASE64.decode(x);
        var encoded = new byte[ED25519.length + point.length];
        System.arraycopy(ED25519, 0, encoded, 0, ED25519.length);
        System.arraycopy(point, 0, encoded, ED25519.length, point.length);
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Verdict verify(String receipt, String statusList, Instant now) {
        var objection = objection(receipt, "whitelane-receipt+jwt");
        if (objection.isPresent()) {
            return objection.get();
        }
        var claims = claims(receipt);
        if (now.isBefore(time(claims, "nbf"))) {
            return Verdict.NOT_YET;
        }
        return now.isBefore(time(claims, "exp"))
                ? status(claims, statusList, now)
                : Verdict.EXPIRED;
    }

    private Verdict status(Members receipt, String token, Instant now) {
        var place = receipt.members("status").members("status_list");
        if (objection(token, "statuslist+jwt").isPresent()
                || !place.text("uri").equals(claims(token).text("sub"))) {
            return Verdict.LIST_UNUSABLE;
        }
        if (!now.isBefore(time(claims(token), "exp"))) {
            return Verdict.LIST_TOO_OLD;
        }
        return switch (bits(claims(token), Math.toIntExact(place.number("idx")))) {
            case 0 -> Verdict.GOOD;
            case 2 -> Verdict.SUSPENDED;
            default -> Verdict.REVOKED;
        };
    }

    private static int bits(Members list, int place) {
        var content = list.members("status_list");
        if (content.number("bits") != BITS) {
            throw new IllegalArgumentException("other bits");
        }
        var bytes = inflated(BASE64.decode(content.text("lst")));
        var perByte = Byte.SIZE / BITS;
        return bytes[place / perByte] >> (place % perByte * BITS) & 3;
    }

    static byte[] inflated(byte[] zlib) {
        try (var inflater = new Inflater()) {
            inflater.setInput(zlib);
            var out = new byte[1 << 20];
            var length = inflater.inflate(out);
            return Arrays.copyOf(out, length);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Optional<Verdict> objection(String jws, String type) {
        var parts = jws.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.of(Verdict.NOT_A_RECEIPT);
        }
        try {
            var header = PlainJson.object(new String(BASE64.decode(parts[0]), UTF_8));
            if (!header.text("alg").equals("EdDSA") || !header.text("typ").equals(type)) {
                return Optional.of(Verdict.NOT_A_RECEIPT);
            }
            var key = keys.get(header.text("kid"));
            if (key == null) {
                return Optional.of(Verdict.UNKNOWN_KEY);
            }
            return signed(parts, key) ? Optional.empty() : Optional.of(Verdict.SIGNATURE_WRONG);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.of(Verdict.NOT_A_RECEIPT);
        }
    }

    private static boolean signed(String[] parts, PublicKey key) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
            return signature.verify(BASE64.decode(parts[2]));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static Members claims(String jws) {
        return PlainJson.object(new String(BASE64.decode(jws.split("\\.")[1]), UTF_8));
    }

    /**
     * Whether goods counted in vials or pieces fit what is approved, by the receipt alone; empty
     * where it does not say what one of them holds.
     */
    static Optional<Boolean> admits(Members claims, int count, String per) {
        if (!claims.all().containsKey("each") || !claims.members("each").text("per").equals(per)) {
            return Optional.empty();
        }
        var each = claims.members("each");
        var whole = base(each.text("qty"), each.text("uom")).multiply(BigDecimal.valueOf(count));
        return Optional.of(whole.compareTo(base(claims.text("qty"), claims.text("uom"))) <= 0);
    }

    /** In grams or millilitres. */
    private static BigDecimal base(String amount, String unit) {
        var factor =
                switch (unit) {
                    case "g", "mL" -> 0;
                    case "kg", "L" -> 3;
                    default -> throw new IllegalArgumentException(unit);
                };
        return new BigDecimal(amount).scaleByPowerOfTen(factor);
    }

    private static Instant time(Members claims, String name) {
        return Instant.ofEpochSecond(claims.number(name));
    }
}
