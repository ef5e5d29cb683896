package org.whitelane.gateway.docs;

import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.config.RouteProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@RestController
class DocsController {

    /** The viewer writes styles into its elements; scripts come from here and nowhere else. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src"
                    + " 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private static final Pattern ROUTED = Pattern.compile("/api/v1/([a-z-]+)/\\*\\*");

    private final List<Document> documents;

    DocsController(GatewayMvcProperties gateway) {
        documents = gateway.getRoutes().stream().flatMap(DocsController::document).toList();
    }

    record Document(String name, String url) {}

    @GetMapping("/docs")
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .header("Content-Security-Policy", CONTENT_POLICY)
                .body(new ClassPathResource("static/docs/page.html"));
    }

    /** Whoever gets a route is on the page. */
    @GetMapping("/docs/documents.json")
    List<Document> documents() {
        return documents;
    }

    private static Stream<Document> document(RouteProperties route) {
        return route.getPredicates().stream()
                .flatMap(predicate -> predicate.getArgs().values().stream())
                .map(Objects::toString)
                .map(ROUTED::matcher)
                .filter(Matcher::find)
                .map(
                        path ->
                                new Document(
                                        path.group(1),
                                        "/api/v1/%s/openapi.json".formatted(path.group(1))))
                .limit(1);
    }
}
