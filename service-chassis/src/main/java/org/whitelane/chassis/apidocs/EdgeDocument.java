package org.whitelane.chassis.apidocs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;

import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.whitelane.chassis.WhitelaneSettings;
import org.whitelane.chassis.security.PublicPaths;
import org.whitelane.chassis.web.ProblemDocument;

import java.util.List;
import java.util.TreeSet;

/**
 * What is the same for every operation, and what needs its path: who may call, and what refuses.
 */
final class EdgeDocument implements GlobalOpenApiCustomizer {

    static final String OAUTH2 = "oauth2";

    private final Definitions definitions;
    private final WhitelaneSettings settings;
    private final List<PublicPaths> publicPaths;

    EdgeDocument(
            Definitions definitions, WhitelaneSettings settings, List<PublicPaths> publicPaths) {
        this.definitions = definitions;
        this.settings = settings;
        this.publicPaths = publicPaths;
    }

    @Override
    public void customise(OpenAPI document) {
        document.info(info());
        document.setServers(List.of(new Server().url("/").description("The gateway.")));
        var components = document.getComponents();
        components.addSecuritySchemes(OAUTH2, oauth2());
        definitions.schema(Shape.Direction.OUT, ProblemDocument.class, components);
        definitions.replaceAllOf(components);
        var tags = new TreeSet<String>();
        document.getPaths()
                .forEach(
                        (path, item) ->
                                item.readOperationsMap()
                                        .forEach(
                                                (method, operation) ->
                                                        complete(path, method, operation)));
        var examples = Examples.read();
        document.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .forEach(
                        operation -> {
                            tags.addAll(operation.getTags());
                            examples.show(operation);
                        });
        document.setTags(tags.stream().map(name -> new Tag().name(name)).toList());
        ProblemAnswers.define(document);
    }

    private void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (!(extension(operation) instanceof HandlerMethod handler)) {
            return;
        }
        operation.addTagsItem(tag(path));
        var open =
                publicPaths.stream()
                        .anyMatch(p -> p.cover(HttpMethod.valueOf(method.name()), path));
        var roles = Roles.of(handler);
        var rule = operation.getDescription();
        var who = whoMay(open, roles);
        operation.setDescription(rule == null ? who : rule + " " + who);
        if (!open) {
            operation.addSecurityItem(new SecurityRequirement().addList(OAUTH2));
        }
        if (!roles.isEmpty()) {
            operation.addExtension("x-roles", roles);
        }
        ProblemAnswers.add(operation, handler, path, method, open);
    }

    private static Object extension(Operation operation) {
        var extensions = operation.getExtensions();
        var handler = extensions == null ? null : extensions.remove(EdgeOperation.HANDLER);
        if (extensions != null && extensions.isEmpty()) {
            operation.setExtensions(null);
        }
        return handler == null ? "" : handler;
    }

    /** The segment below the service's own, e.g. {@code requests}. */
    private String tag(String path) {
        var own = "/api/v1/" + settings.apiPath() + "/";
        var rest = path.startsWith(own) ? path.substring(own.length()) : path.substring(1);
        return rest.split("/", -1)[0];
    }

    private static String whoMay(boolean open, List<String> roles) {
        if (open) {
            return "Needs no token.";
        }
        return roles.isEmpty()
                ? "Needs a token; who may do it to which object is decided case by case."
                : "Needs a token with the role %s.".formatted(String.join(" or ", roles));
    }

    private Info info() {
        return new Info()
                .title("Whitelane %s".formatted(settings.service()))
                .version("1")
                .description(
                        """
                        HTTP interface of the %s service, as the gateway shows it.

                        * Bodies are read strictly: an unknown field, a duplicate or a wrong type is refused, all \
                        faults at once, each with its JSON pointer. An operation without a body takes none.
                        * Refusals are problem details (RFC 9457); `code` is stable, `detail` is for people.
                        * Lists come in pages; `next` is the cursor of the page after, null at the end.
                        * Days are legal days in Asia/Shanghai, instants are UTC, quantities are decimal text.
                        * Readers must bear fields they do not know.
                        """
                                .formatted(settings.service()));
    }

    private static SecurityScheme oauth2() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description(
                        "An access token of the suite's issuer, got with the credential's id and"
                            + " secret and sent as a bearer token. The credential's roles are in"
                            + " it.")
                .flows(
                        new OAuthFlows()
                                .clientCredentials(
                                        new OAuthFlow()
                                                .tokenUrl("/oauth2/token")
                                                .scopes(new Scopes())));
    }
}
