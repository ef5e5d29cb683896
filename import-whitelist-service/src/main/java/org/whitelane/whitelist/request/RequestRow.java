package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.Question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** A request as its table holds it. */
final class RequestRow {

    private RequestRow() {}

    static WhitelistRequest read(ResultSet row, int number) throws SQLException {
        return new WhitelistRequest(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new SchemeRef(row.getString("scheme"), row.getInt("scheme_version")),
                row.getString("organisation"),
                Arrays.asList((String[]) row.getArray("agents").getArray()),
                Json.read(row.getString("content"), RequestContent.class),
                RequestStatus.valueOf(row.getString("status")),
                Json.readList(row.getString("steps"), Step[].class),
                Json.readList(row.getString("opinions"), Opinion[].class),
                Json.readList(row.getString("questions"), Question[].class),
                row.getInt("version"));
    }

    /** Only what is open is looked for, so only that fills the index. */
    private static String[] wishes(WhitelistRequest request) {
        return RequestStatus.OPEN.contains(request.status())
                ? request.content().wishes(request.organisation()).toArray(String[]::new)
                : new String[0];
    }

    static Map<String, Object> values(WhitelistRequest request) {
        return Map.ofEntries(
                Map.entry("id", request.id()),
                Map.entry("number", request.number()),
                Map.entry("scheme", request.scheme().code()),
                Map.entry("schemeVersion", request.scheme().version()),
                Map.entry("organisation", request.organisation()),
                Map.entry("agents", request.agents().toArray(String[]::new)),
                Map.entry("content", Json.write(request.content())),
                Map.entry("wishes", wishes(request)),
                Map.entry("status", request.status().name()),
                Map.entry("steps", Json.write(request.steps())),
                Map.entry("opinions", Json.write(request.opinions())),
                Map.entry("questions", Json.write(request.questions())),
                Map.entry("submitted", request.wasSubmitted()),
                Map.entry("version", request.version()));
    }
}
