package org.whitelane.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A service's OpenAPI document: served without a token, checked in, and complete. Each service
 * extends this; what the document promises is executed there.
 */
public abstract class OpenApiContract {

    private static final Set<String> METHODS =
            Set.of("get", "head", "post", "put", "patch", "delete", "options", "trace");

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();

    /** As in {@code docs/api/<service>.openapi.json}. */
    protected abstract String service();

    protected abstract String apiPath();

    protected abstract URI base();

    protected abstract ApplicationContext application();

    /**
     * Operations that filters answer, as {@code POST /oauth2/token}: no handler is mapped to them.
     */
    protected Set<String> answeredByFilters() {
        return Set.of();
    }

    @Test
    void theCheckedInCopyIsWhatTheServiceServes() throws IOException {
        var served = served();
        var copy = root().resolve("docs/api/" + service() + ".openapi.json");
        if ("write".equals(System.getProperty("api-documents"))) {
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, served);
        }
        assertThat(Files.exists(copy) ? Files.readString(copy) : "")
                .as("%s; after a wanted change: %s", copy, howToRewrite())
                .isEqualTo(served);
    }

    @Test
    void everyHandlerIsDocumentedAndNothingElse() {
        var expected = new TreeSet<>(mapped());
        expected.addAll(answeredByFilters());
        assertThat(documented()).isEqualTo(expected);
    }

    /** Sends every example, in an order in which each finds the state that it needs. */
    protected abstract void story(ApiExamples examples);

    /** By operation, why no test sends its example: a sentence. */
    protected Map<String, String> notSent() {
        return Map.of();
    }

    @Test
    void everyExampleDoesWhatTheDocumentSays() {
        var examples = new ApiExamples(base(), document());
        assertThat(examples.withoutExample()).as("bodies without an example").isEmpty();
        story(examples);
        assertThat(examples.left())
                .as("operations whose example the story does not send")
                .isEqualTo(new TreeSet<>(notSent().keySet()));
        assertThat(notSent().values()).allMatch(reason -> reason.split(" ", -1).length > 4);
        new LostDatabase(examples)
                .check(application().getEnvironment().getRequiredProperty("spring.datasource.url"));
    }

    @Test
    void peopleCanReadWhatEachOperationDoes() {
        new ApiExamples(base(), document())
                .operations()
                .forEach(
                        (id, place) ->
                                assertThat(OperationWords.faults(id, place.operation()))
                                        .as(id)
                                        .isEmpty());
    }

    private String howToRewrite() {
        var module = root().relativize(Path.of("").toAbsolutePath());
        return "mvn test -pl %s -Dtest=OpenApiTests -Dapi-documents=write".formatted(module);
    }

    private Set<String> documented() {
        var operations = new TreeSet<String>();
        document()
                .path("paths")
                .forEachEntry(
                        (path, item) ->
                                item.propertyNames().stream()
                                        .filter(METHODS::contains)
                                        .map(method -> operation(method, path))
                                        .forEach(operations::add));
        return operations;
    }

    /** Not the framework's own: the error page, and the document itself. */
    private Set<String> mapped() {
        var operations = new TreeSet<String>();
        application()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach(
                        (info, handler) -> {
                            var owner = handler.getBeanType();
                            if (owner.getName().startsWith("org.whitelane.")
                                    && !owner.getSimpleName().equals("ProblemErrorController")) {
                                add(info, operations);
                            }
                        });
        return operations;
    }

    private static void add(RequestMappingInfo info, Set<String> operations) {
        assertThat(info.getMethodsCondition().getMethods()).as("methods of %s", info).isNotEmpty();
        for (var path : info.getPatternValues()) {
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                // a path variable's pattern is said in its schema
                operations.add(
                        operation(method.name(), path.replaceAll("\\{(\\w+):[^/]+}", "{$1}")));
            }
        }
    }

    private static String operation(String method, String path) {
        return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
    }

    protected final JsonNode document() {
        return json.readTree(served());
    }

    private String served() {
        var request =
                HttpRequest.newBuilder(
                                base().resolve("/api/v1/%s/openapi.json".formatted(apiPath())))
                        .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body() + "\n";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("CONTRIBUTING.md"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent(), "not in the project");
        }
        return folder;
    }
}
