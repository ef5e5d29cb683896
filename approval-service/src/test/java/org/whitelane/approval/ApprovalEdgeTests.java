package org.whitelane.approval;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.whitelane.testing.Infra;
import org.whitelane.testing.RealParts;
import org.whitelane.testing.edge.Call;
import org.whitelane.testing.edge.Edge;
import org.whitelane.testing.edge.EdgeContract;
import org.whitelane.testing.edge.FeedReaders;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The register's edge keeps the promises of every edge. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("approval")
class ApprovalEdgeTests extends EdgeContract {

    private static final String FEED =
            "/api/v1/approvals/feed/whitelane.approval.registration.v1?after=";

    private final String anyone = Infra.issuer().token("somebody", null);
    private final String other = Infra.issuer().token("steward-2", "org-1", "APPROVAL_STEWARD");
    private final String regulator = Infra.issuer().token("regulator", null, "REGULATOR");

    @LocalServerPort private int port;

    @Override
    public Edge edge() {
        return new Edge(
                base(),
                anyone,
                new Edge.Creation(
                        ApprovalApi.PATH,
                        () -> json(ApprovalApi.anApproval()),
                        ApprovalApi.steward(),
                        other,
                        true),
                new Edge.Listing(
                        ApprovalApi.PATH,
                        null,
                        this::recorded,
                        List.of(
                                Call.get(ApprovalApi.PATH + "?sponsor=a&cursor="),
                                Call.get(FEED).by(regulator))),
                List.of(
                        new Edge.Aggregate(
                                "approval",
                                this::recorded,
                                null,
                                List.of(this::correction, this::revocation)),
                        FeedReaders.of(
                                base(), "/api/v1/approvals", "whitelane.approval.registration.v1")),
                Stream.of("acceptedOn", "decidedOn", "announcedOn").map(this::day).toList());
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private String recorded() {
        return record(json(ApprovalApi.anApproval())).send(base()).expect(201).location();
    }

    private Call correction(String path) {
        return amendment(path + "/correction", ApprovalApi.correction(ApprovalApi.anApproval()));
    }

    private Call revocation(String path) {
        return amendment(path + "/revocation", ApprovalApi.ground());
    }

    private static Call amendment(String path, Object body) {
        return Call.post(path, json(body)).by(ApprovalApi.steward());
    }

    private Edge.Day day(String field) {
        return new Edge.Day(
                "/%s/value".formatted(field),
                day ->
                        record(
                                json(
                                        ApprovalApi.with(
                                                ApprovalApi.anApproval(),
                                                field,
                                                Map.of("value", day, "source", "a test")))));
    }

    private static Call record(String body) {
        return Call.post(ApprovalApi.PATH, body).by(ApprovalApi.steward()).once();
    }

    private static String json(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
