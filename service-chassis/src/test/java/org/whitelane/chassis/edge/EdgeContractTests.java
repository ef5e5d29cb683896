package org.whitelane.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.util.ReflectionTestUtils;
import org.whitelane.chassis.security.PublicPaths;
import org.whitelane.testing.Infra;
import org.whitelane.testing.RealParts;
import org.whitelane.testing.edge.Call;
import org.whitelane.testing.edge.Edge;
import org.whitelane.testing.edge.EdgeContract;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The contract itself: a service that keeps it passes, and each broken promise is noticed. */
@SpringBootTest(
        classes = {StoreApp.class, EdgeContractTests.Parts.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"whitelane.service=edge", "spring.flyway.locations=classpath:db/edge"})
@RealParts(value = "edge", broker = false)
class EdgeContractTests {

    @Import({
        Cards.class,
        CardController.class,
        CarelessCreations.class,
        CarelessViews.class,
        CarelessChanges.class
    })
    static class Parts {

        @Bean
        PublicPaths openDoor() {
            return PublicPaths.of("DELETE /DOOR_OPEN/cards");
        }

        @Bean
        KeyDropper keyDropper() {
            return new KeyDropper();
        }
    }

    @LocalServerPort private int port;

    static Stream<String> promises() {
        return tests().map(Method::getName).sorted();
    }

    @ParameterizedTest
    @MethodSource("promises")
    void aServiceThatKeepsAPromisePassesItsTest(String promise) {
        keep(Breach.NONE, promise);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void aBrokenPromiseIsNoticed(Breach breach) {
        var noticed = catchThrowable(() -> keep(breach, breach.noticed()));

        assertThat(noticed)
                .as("%s by %s", breach, breach.noticed())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void everyTestOfTheContractHasNoticedSomething() {
        assertThat(Arrays.stream(Breach.values()).map(Breach::noticed))
                .containsAll(promises().toList());
    }

    private static Stream<Method> tests() {
        return Arrays.stream(EdgeContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class));
    }

    private void keep(Breach breach, String promise) {
        var edge = edge(breach);
        var contract =
                new EdgeContract() {
                    @Override
                    public Edge edge() {
                        return edge;
                    }
                };
        ReflectionTestUtils.invokeMethod(contract, promise);
    }

    private Edge edge(Breach breach) {
        var root = "/" + breach + "/cards";
        return new Edge(
                URI.create("http://127.0.0.1:" + port),
                token("anyone"),
                new Edge.Creation(
                        root,
                        EdgeContractTests::form,
                        registrar(),
                        token("registrar-2", "REGISTRAR"),
                        true),
                new Edge.Listing(
                        root,
                        token("reader"),
                        () -> created(breach),
                        List.of(
                                Call.get("/%s/others?cursor=".formatted(breach))
                                        .by(token("reader")))),
                List.of(
                        new Edge.Aggregate(
                                "card",
                                () -> created(breach),
                                token("reader"),
                                List.of(
                                        path -> Call.put(path, form()).by(registrar()),
                                        path -> Call.put(path, form()).by(registrar())))),
                List.of(
                        new Edge.Day(
                                "/due", day -> Call.post(root, form(day)).by(registrar()).once())));
    }

    /** By the way that keeps its promises, unless the creation is what is broken. */
    private String created(Breach breach) {
        return Call.post("/%s/cards".formatted(breach), form())
                .by(registrar())
                .once()
                .send(URI.create("http://127.0.0.1:" + port))
                .location();
    }

    private static String form() {
        return form("2026-01-05");
    }

    private static String form(String due) {
        return "{\"name\": \"%s\", \"due\": \"%s\"}".formatted(UUID.randomUUID(), due);
    }

    private static String registrar() {
        return token("registrar-1", "REGISTRAR");
    }

    private static String token(String subject, String... roles) {
        return Infra.issuer().token(subject, "org-1", roles);
    }
}
