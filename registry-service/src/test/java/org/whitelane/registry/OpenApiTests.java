package org.whitelane.registry;

import org.springframework.context.ApplicationContext;
import org.whitelane.testing.ApiExamples;
import org.whitelane.testing.OpenApiContract;
import org.whitelane.testing.SharedOperations;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

class OpenApiTests extends OpenApiContract {

    private final TestRegistry registry = TestRegistry.sharedInstance();

    @Override
    protected String service() {
        return "registry";
    }

    @Override
    protected String apiPath() {
        return "registry";
    }

    @Override
    protected URI base() {
        return URI.create(registry.api().url());
    }

    @Override
    protected ApplicationContext application() {
        return registry.context();
    }

    @Override
    protected Set<String> answeredByFilters() {
        return Set.of("POST /oauth2/token", "GET /oauth2/jwks");
    }

    @Override
    protected Map<String, String> notSent() {
        return Map.of(
                "takeOverTakeOver",
                "Needs a database older than its topics; TakeOverTests of the chassis call it.");
    }

    @Override
    protected void story(ApiExamples examples) {
        var registrar = "registrar-1";
        var party =
                examples.call("registerOrganisation")
                        .as(registrar, null)
                        .send()
                        .path("id")
                        .asString();
        for (var list : List.of("listOrganisation", "oneOrganisation", "allCreditFlag")) {
            examples.call(list).with("id", party).bearer(TestRegistry.registrar()).send();
        }
        var flag = examples.call("raiseCreditFlag").with("id", party).as(registrar, null).send();
        examples.call("liftCreditFlag")
                .with("id", party)
                .with("flagId", flag.path("flagId").asString())
                .as(registrar, null)
                .send();
        credential(examples, party);
        for (var move : List.of("suspendStatus", "reinstateStatus", "deregisterStatus")) {
            examples.call(move).with("id", party).as(registrar, null).send();
        }
        examples.call("addCalendar").as(registrar, null).send();
        examples.call("oneCalendar").bearer(TestRegistry.registrar()).send();
        examples.call("dueDateCalendar").bearer(TestRegistry.registrar()).send();
        examples.call("rotateSigningKey").as("operator-1", null).send();
        examples.call("rewrapSigningKey").as("operator-1", null).send();
        examples.call("readKeySet").send();
        examples.call("metadataMetadata").send();
        new SharedOperations(examples).sendPublicFeed("whitelane.registry.calendar.v1");
        new SharedOperations(examples)
                .send(
                        "whitelane.registry.organisation.v1",
                        party,
                        () ->
                                examples.call("registerOrganisation")
                                        .replacing("creditCode", "91350100M000100Y43")
                                        .as(registrar, null)
                                        .send());
    }

    private static void credential(ApiExamples examples, String party) {
        var issued =
                examples.call("issueCredential")
                        .replacing("organisation", party)
                        .as("registrar-1", null)
                        .send();
        var client = issued.path("clientId").asString();
        examples.call("issueToken").basic(client, issued.path("clientSecret").asString()).send();
        examples.call("oneCredential").with("clientId", client).as("registrar-1", null).send();
        examples.call("revokeCredential").with("clientId", client).as("registrar-1", null).send();
    }
}
