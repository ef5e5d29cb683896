package org.whitelane.registry;

import org.whitelane.testing.Infra;
import org.whitelane.testing.edge.Call;
import org.whitelane.testing.edge.Edge;
import org.whitelane.testing.edge.EdgeContract;
import org.whitelane.testing.edge.FeedReaders;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The registry's edge keeps the promises of every edge. */
class RegistryEdgeTests extends EdgeContract {

    private static final String ROOT = "/api/v1/registry";
    private static final String REASON = "{\"reason\": \"a test of the edge\"}";

    /** Years that no other test imports. */
    private static final AtomicInteger YEAR = new AtomicInteger(2100);

    private static final AtomicInteger DAY = new AtomicInteger();

    private final URI base = URI.create(TestRegistry.shared().url());
    private final String registrar = TestRegistry.registrar();
    private final String other = Infra.issuer().token("another-registrar", null, "REGISTRAR");
    private final String anyone = Infra.issuer().token("somebody", null);
    private final String regulator = Infra.issuer().token("regulator", null, "REGULATOR");

    @Override
    public Edge edge() {
        return new Edge(
                base,
                anyone,
                new Edge.Creation(
                        ROOT + "/organisations",
                        RegistryEdgeTests::organisation,
                        registrar,
                        other,
                        true),
                new Edge.Listing(
                        ROOT + "/organisations",
                        anyone,
                        this::register,
                        List.of(
                                Call.get(
                                                ROOT
                                                        + "/feed/whitelane.registry.organisation.v1"
                                                        + "?after=")
                                        .by(regulator))),
                List.of(
                        party(),
                        flags(),
                        credential(),
                        calendar(),
                        FeedReaders.of(base, ROOT, "whitelane.registry.organisation.v1")),
                List.of(
                        new Edge.Day("/from", day -> flag(register() + "/credit-flags", day)),
                        new Edge.Day("/holidays/0", this::yearWithout),
                        new Edge.Day("?from", this::dueDate)));
    }

    private Edge.Aggregate party() {
        return new Edge.Aggregate(
                "organisation",
                this::register,
                anyone,
                List.of(move("/suspension"), move("/reinstatement"), move("/deregistration")));
    }

    /** A party's flags share its version. */
    private Edge.Aggregate flags() {
        return new Edge.Aggregate(
                "credit flags",
                () -> register() + "/credit-flags",
                anyone,
                List.of(
                        path -> flag(path, "2026-01-05"),
                        path -> lifting(path, REASON),
                        path -> flag(path, "2026-01-06")));
    }

    private Edge.Aggregate credential() {
        return new Edge.Aggregate(
                "credential",
                () -> create("/credentials", "{\"roles\": [\"AUDITOR\"]}"),
                registrar,
                List.of(move("/revocation")));
    }

    private Edge.Aggregate calendar() {
        Function<String, Call> correction =
                path -> {
                    var number = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
                    return year(number, LocalDate.ofYearDay(number, nextDay()).toString());
                };
        return new Edge.Aggregate(
                "calendar year",
                () -> {
                    var number = YEAR.getAndDecrement();
                    var day = LocalDate.ofYearDay(number, nextDay()).toString();
                    return year(number, day).send(base).expect(201).location();
                },
                anyone,
                List.of(correction, correction));
    }

    private static int nextDay() {
        return DAY.incrementAndGet() % 365 + 1;
    }

    private Function<String, Call> move(String move) {
        return path -> Call.post(path + move, REASON).by(registrar);
    }

    private Call flag(String path, String from) {
        var flag = Map.of("kind", "SERIOUS_DISHONESTY", "from", from, "source", "A court's list");
        return Call.post(path, json(flag)).by(registrar).once();
    }

    /** Of the party's only flag. */
    private Call lifting(String path, String reason) {
        var flags = Call.get(path).by(anyone).send(base).json().path("items");
        var flag = flags.path(0).path("flagId").asString(UUID.randomUUID().toString());
        return Call.post("%s/%s/lifting".formatted(path, flag), reason).by(registrar);
    }

    private Call year(int year, String holiday) {
        var body =
                Map.of(
                        "year",
                        year,
                        "source",
                        "a test of the edge",
                        "holidays",
                        List.of(holiday),
                        "workdays",
                        List.of());
        return Call.post(ROOT + "/calendars", json(body)).by(registrar).once();
    }

    /** On a version that is never there: nothing is imported over what other tests count with. */
    private Call yearWithout(String holiday) {
        var year =
                holiday.matches("20[0-9]{2}-.*") ? Integer.parseInt(holiday.substring(0, 4)) : 2099;
        return year(year, holiday).on("\"0\"");
    }

    private Call dueDate(String from) {
        var query = java.net.URLEncoder.encode(from, java.nio.charset.StandardCharsets.UTF_8);
        return Call.get(ROOT + "/calendars/due-date?workingDays=5&from=" + query).by(anyone);
    }

    private String register() {
        return create("/organisations", organisation());
    }

    private String create(String path, String body) {
        return Call.post(ROOT + path, body).by(registrar).once().send(base).expect(201).location();
    }

    private static String organisation() {
        return json(Invented.organisation());
    }

    private static String json(Object body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
