package org.whitelane.approval;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.whitelane.testing.ApiExamples;
import org.whitelane.testing.OpenApiContract;
import org.whitelane.testing.RealParts;
import org.whitelane.testing.SharedOperations;

import java.net.URI;
import java.util.List;
import java.util.Map;

@SpringBootTest(classes = ApprovalApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("approval")
class OpenApiTests extends OpenApiContract {

    @Autowired private ApplicationContext application;
    @LocalServerPort private int port;

    @Override
    protected String service() {
        return "approval";
    }

    @Override
    protected String apiPath() {
        return "approvals";
    }

    @Override
    protected URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    protected ApplicationContext application() {
        return application;
    }

    @Override
    protected Map<String, String> notSent() {
        return Map.of(
                "takeOverTakeOver",
                "Needs a database older than its topics; TakeOverTests of the chassis call it.");
    }

    @Override
    protected void story(ApiExamples examples) {
        var id = examples.call("recordInd").as("steward-1", "org-1").send().path("id").asString();
        examples.call("oneInd").with("id", id).send();
        examples.call("listInd").send();
        for (var amendment : List.of("correctIndAmendment", "revokeIndAmendment")) {
            examples.call(amendment).with("id", id).as("steward-1", "org-1").send();
        }
        new SharedOperations(examples).sendPublicFeed("whitelane.approval.registration.v1");
        new SharedOperations(examples)
                .send(
                        "whitelane.approval.registration.v1",
                        id,
                        () ->
                                examples.call("recordInd")
                                        .replacing("acceptanceNumber", "CXHL2600902")
                                        .replacing("noticeNumber", "2026LP00902")
                                        .as("steward-1", "org-1")
                                        .send());
    }
}
