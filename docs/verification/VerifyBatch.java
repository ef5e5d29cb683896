import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Verifies a published batch with nothing but a JDK: what the agencies signed, that they signed it,
 * and that the list says the same. See README.md beside it.
 *
 * <p>{@code java VerifyBatch.java batch.json entries.ndjson}
 */
public final class VerifyBatch {

    private static final String PURPOSE = "org.whitelane.whitelist.batch-signature.v1";

    /** What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
    private static final byte[] DER = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Map<String, Object> batch;
    private final List<String> faults = new ArrayList<>();

    private VerifyBatch(Map<String, Object> batch) {
        this.batch = batch;
    }

    public static void main(String[] files) throws Exception {
        var batch = Files.readString(Path.of(files[0]));
        var entries =
                Files.readAllLines(Path.of(files[1])).stream().filter(l -> !l.isBlank()).toList();
        var faults = faults(batch, entries);
        faults.forEach(System.err::println);
        if (faults.isEmpty()) {
            System.out.println("Good: the list is what these agencies signed.");
            objects(object(Json.read(batch)).get("signatures"))
                    .forEach(
                            s ->
                                    System.out.println(
                                            s.get("agencyRole") + " with " + s.get("keyId")));
        }
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    /**
     * Everything that is wrong, in sentences; empty when it is good.
     *
     * @param batch the value of the event batch-published.v1
     * @param entries the values of the events entry-activated.v1 of its entries, in any order
     */
    public static List<String> faults(String batch, List<String> entries)
            throws GeneralSecurityException {
        try {
            var check = new VerifyBatch(object(Json.read(batch)));
            check.check(entries.stream().map(entry -> object(Json.read(entry))).toList());
            return check.faults;
        } catch (ClassCastException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return List.of("It is not the JSON of these events: " + e.getMessage());
        }
    }

    private void check(List<Map<String, Object>> entries) throws GeneralSecurityException {
        var byId = new HashMap<Object, Map<String, Object>>();
        entries.forEach(entry -> byId.put(entry.get("entryId"), entry));
        var ids = (List<?>) batch.get("entryIds");
        require(
                entries.size() == ids.size() && byId.keySet().containsAll(ids),
                "The entries are not those of the batch.");
        require(
                hash(String.join("", ids.stream().map(id -> id + "\n").toList()))
                        .equals(batch.get("entriesDigest")),
                "entriesDigest is of other ids.");
        var items = new ArrayList<Object>();
        for (var id : ids) {
            var entry = byId.getOrDefault(id, Map.of());
            require(
                    batch.get("batchId").equals(entry.get("batchId")),
                    "Entry " + id + " names another batch.");
            require(
                    batch.get("scheme").equals(entry.get("scheme")),
                    "Entry " + id + " names another scheme.");
            items.add(members(entry, "requestId", "organisationId", "schemeVersion", "article"));
        }
        var content = members(batch, "batchId", "scheme", "decisionDocument");
        content.put("round", batch.get("freezeRound"));
        content.put("items", items);
        require(
                onlyAdds() && hash(Json.canonical(content)).equals(batch.get("contentDigest")),
                "The list is not the content whose digest was signed"
                        + (onlyAdds() ? "." : ", or the batch does more than list new entries."));
        var signatures = objects(batch.get("signatures"));
        require(!signatures.isEmpty(), "Nobody signed it.");
        for (var signature : signatures) {
            check(signature);
        }
    }

    private boolean onlyAdds() {
        var changes = object(batch.get("changes"));
        return changes != null
                && !((List<?>) batch.get("entryIds")).isEmpty()
                && ((List<?>) changes.get("changedEntryIds")).isEmpty()
                && ((List<?>) changes.get("removedEntryIds")).isEmpty();
    }

    private void check(Map<String, Object> signature) throws GeneralSecurityException {
        var role = signature.get("agencyRole");
        var statement = (String) signature.get("statement");
        var said = object(Json.read(statement));
        var wanted = members(batch, "batchId", "scheme");
        wanted.put("purpose", PURPOSE);
        wanted.put("digest", batch.get("contentDigest"));
        wanted.put("agencyRole", role);
        wanted.put("organisationId", signature.get("organisationId"));
        wanted.put("signedOn", said.get("signedOn"));
        require(
                statement.equals(Json.canonical(wanted)),
                role + " signed a statement about something else.");
        var x = (String) signature.get("publicKey");
        var jwk = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        require(
                base64(sha256(jwk)).equals(signature.get("keyId")),
                role + ": keyId is not the thumbprint (RFC 7638) of publicKey.");
        var jws = ((String) signature.get("jws")).split("\\.", -1);
        var header = object(Json.read(new String(Base64.getUrlDecoder().decode(jws[0]), UTF_8)));
        var named =
                List.of("EdDSA", "Ed25519").contains(header.get("alg"))
                        && header.keySet().equals(Set.of("alg", "kid"));
        require(
                named && header.get("kid").equals(signature.get("keyId")) && jws[1].isEmpty(),
                role + ": the JWS names another key or algorithm.");
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der(x))));
        verifier.update((jws[0] + "." + base64(statement.getBytes(UTF_8))).getBytes(US_ASCII));
        require(
                verifies(verifier, Base64.getUrlDecoder().decode(jws[2])),
                role + " did not sign its statement with that key.");
    }

    private static boolean verifies(Signature verifier, byte[] signature) {
        try {
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private void require(boolean good, String fault) {
        if (!good) {
            faults.add(fault);
        }
    }

    private static byte[] der(String x) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(DER);
        out.writeBytes(Base64.getUrlDecoder().decode(x));
        return out.toByteArray();
    }

    private static byte[] sha256(String text) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    }

    private static String hash(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(sha256(text));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, Object> members(Map<String, Object> from, String... names) {
        var members = new HashMap<String, Object>();
        List.of(names).forEach(name -> members.put(name, from.get(name)));
        return members;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object json) {
        return (Map<String, Object>) json;
    }

    private static List<Map<String, Object>> objects(Object json) {
        return ((List<?>) json).stream().map(VerifyBatch::object).toList();
    }
}
