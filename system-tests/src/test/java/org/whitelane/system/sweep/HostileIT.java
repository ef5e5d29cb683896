package org.whitelane.system.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.whitelane.system.Client;
import org.whitelane.system.PortRange;
import org.whitelane.system.Suite;
import org.whitelane.system.sweep.Judge.Expected;
import org.whitelane.system.sweep.Judge.Question;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every operation of every document, with hostile input, at the gateway and at the service's own
 * port: never a failure of ours, never the inside, never another's data; refusals in the documented
 * shape.
 */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileIT {

    /** By path of its API, the part's name. */
    private static final Map<String, String> SERVICES =
            Map.of(
                    "registry", "registry-service",
                    "approvals", "approval-service",
                    "whitelist", "import-whitelist-service",
                    "notification", "notification-service");

    @TempDir static Path data;

    private static Suite suite;
    private static Gun gun;
    private static Cast cast;
    private static List<Operation> operations;
    private static Map<String, Long> pids;
    private static final Judge JUDGE = new Judge();

    @BeforeAll
    static void start() throws Exception {
        // what is tested here is what stands behind the limits; they have tests of their own
        suite = Suite.start(data, PortRange.free(), Unlimited.ENVIRONMENT).awaitUp();
        var client = new Client(suite);
        cast = new Cast(suite, client);
        operations =
                SERVICES.keySet().stream()
                        .sorted()
                        .flatMap(path -> document(client, path).operations().stream())
                        .toList();
        gun = new Gun(JUDGE, suite, SERVICES);
        pids = pids();
    }

    private static Document document(Client client, String path) {
        try {
            return new Document(path, client.get("", "/" + path + "/openapi.json").json());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Long> pids() {
        var pids = new java.util.TreeMap<String, Long>();
        SERVICES.values().forEach(name -> pids.put(name, suite.pid(name)));
        pids.put("gateway", suite.pid("gateway"));
        return pids;
    }

    @AfterAll
    static void stop() throws Exception {
        System.out.println(JUDGE.report(operations.size()));
        JUDGE.findings().forEach(System.out::println);
        suite.close();
    }

    @Test
    @Order(1)
    void whoMayDoWhatToWhichObject() throws Exception {
        for (var operation : operations) {
            if (operation.needsToken() && operation.path().startsWith("/api/")) {
                for (var officer : cast.officers()) {
                    new Matrix(gun, cast, JUDGE).row(operation, officer);
                }
            }
        }
        gun.done("roles and objects");
    }

    @Test
    @Order(2)
    void badTokens() throws Exception {
        var real = cast.token(cast.officers().getFirst());
        var keys = Suite.JSON.readTree(gun.get(suite.gateway(), "/oauth2/jwks").text());
        var tokens = HostileTokens.of(real, keys);
        for (var operation : operations) {
            if (operation.path().startsWith("/api/")) {
                for (var token : tokens.entrySet()) {
                    gun.fire(
                            question(
                                    "bad token",
                                    token.getKey(),
                                    operation,
                                    safe(operation).instead("Authorization", token.getValue()),
                                    refusal(operation, token.getValue())));
                }
            }
        }
        gun.done("tokens");
    }

    @Test
    @Order(3)
    void bodies() throws Exception {
        for (var operation : operations) {
            if (operation.takesJson()) {
                var token = token(operation);
                for (var body : HostileBodies.of(operation)) {
                    gun.fireInTurn(
                            question(
                                    "body",
                                    body.name(),
                                    operation,
                                    safe(operation).bearer(token).json(body.bytes()),
                                    body.refused() ? Expected.REFUSED : Expected.ANY));
                }
            }
        }
        gun.done("bodies");
    }

    @Test
    @Order(4)
    void methodsPathsQueriesAndHeaders() throws Exception {
        for (var operation : operations) {
            var proper = safe(operation).bearer(token(operation));
            HostileRequests.methods(proper)
                    .forEach((name, shot) -> fire("method", name, operation, shot));
            HostileRequests.paths(proper)
                    .forEach((name, shot) -> fire("path", name, operation, shot));
            HostileRequests.queries(operation, proper)
                    .forEach((name, shot) -> fire("query", name, operation, shot));
            HostileRequests.headers(proper)
                    .forEach((name, shot) -> fire("header", name, operation, shot));
        }
        gun.done("methods, paths, queries and headers");
    }

    @Test
    @Order(5)
    void bombsAndSlowness() throws Exception {
        for (var operation : operations) {
            if (operation.takesJson()) {
                var shot = safe(operation).bearer(token(operation));
                for (var bomb : Bombs.of(shot).entrySet()) {
                    gun.fire(
                            question(
                                    "bomb",
                                    bomb.getKey(),
                                    operation,
                                    bomb.getValue(),
                                    Expected.REFUSED));
                }
            }
        }
        gun.done("bombs");
        var creation =
                operations.stream()
                        .filter(o -> o.path().equals("/api/v1/whitelist/requests") && !o.reads())
                        .findFirst()
                        .orElseThrow();
        Slow.callers(
                gun,
                gun.doors(creation),
                question(
                        "slow body",
                        "byte by byte",
                        creation,
                        safe(creation).bearer(token(creation)),
                        Expected.REFUSED_OR_CLOSED));
        gun.done("slow callers");
    }

    @Test
    @Order(6)
    void nothingWasFound() {
        assertThat(JUDGE.findings()).isEmpty();
    }

    @Test
    @Order(7)
    void everyProcessGoesOn() {
        assertThat(pids()).isEqualTo(pids);
        for (var part : pids.keySet()) {
            assertThat(suite.log(part)).as(part).doesNotContain("OutOfMemoryError");
            var errors =
                    suite.log(part)
                            .lines()
                            .filter(line -> line.contains("\"level\":\"ERROR\""))
                            .map(line -> line.substring(0, Math.min(line.length(), 700)))
                            .limit(3)
                            .toList();
            assertThat(errors).as("errors of " + part).isEmpty();
        }
    }

    /** Where no token is needed, a header of another scheme is nothing to us. */
    private static Expected refusal(Operation operation, String authorization) {
        if (operation.needsToken()) {
            return Expected.UNAUTHORIZED;
        }
        return authorization.startsWith("Bearer ") ? Expected.REFUSED : Expected.ANY;
    }

    private static void fire(String kind, String name, Operation operation, Shot shot) {
        gun.fire(question(kind, name, operation, shot, Expected.ANY));
    }

    private static Question question(
            String kind, String name, Operation operation, Shot shot, Expected expected) {
        return new Question(kind, name, operation, shot, expected, Set.of());
    }

    private static String token(Operation operation) throws Exception {
        return operation.needsToken() && operation.path().startsWith("/api/")
                ? cast.token(cast.allowed(operation))
                : "";
    }

    /** Reads what is there; changes what is not there. */
    private static Shot safe(Operation operation) {
        if (operation.reads()) {
            return Shot.of("GET", cast.pathFor(operation, "enterprise-a"));
        }
        var shot = Shot.of(operation.method(), cast.pathForAbsent(operation));
        return operation.takesJson() ? shot.json("{}") : shot;
    }
}
