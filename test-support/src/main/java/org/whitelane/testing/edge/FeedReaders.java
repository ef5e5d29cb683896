package org.whitelane.testing.edge;

import org.whitelane.testing.Infra;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The grants of readers, which every service's feeds have. */
public final class FeedReaders {

    private static final String REASON = "{\"reason\": \"a test of the edge\"}";

    private FeedReaders() {}

    /**
     * @param root path of the service, as {@code /api/v1/registry}
     * @param stream one that the service publishes
     */
    public static Edge.Aggregate of(URI base, String root, String stream) {
        var operator = Infra.issuer().token("edge-operator", null, "OPERATOR");
        Function<String, Call> grant = path -> Call.put(path, REASON).by(operator);
        Function<String, Call> narrow =
                path ->
                        Call.put(path, "{\"types\": [\"org.whitelane.*\"], \"reason\": \"a test\"}")
                                .by(operator);
        Function<String, Call> suspension =
                path -> Call.post(path + "/suspension", REASON).by(operator);
        Function<String, Call> revocation =
                path -> Call.post(path + "/revocation", REASON).by(operator);
        return new Edge.Aggregate(
                "grant of a feed",
                () -> {
                    var path =
                            "%s/admin/feed-readers/%s/%s"
                                    .formatted(root, stream, UUID.randomUUID());
                    grant.apply(path).send(base).expect(200);
                    return path;
                },
                operator,
                List.of(narrow, suspension, grant, revocation));
    }
}
