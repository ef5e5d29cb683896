package org.whitelane.chassis.apidocs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Operation;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What a reader may copy, by operation: {@code api-examples.json} of the service, and of the
 * chassis for what every service has. The service's tests send each of them.
 */
final class Examples {

    private final Map<String, JsonNode> byOperation = new HashMap<>();

    /** Read when the document is made, not when the service starts. */
    static Examples read() {
        var examples = new Examples();
        try {
            var files =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:api-examples.json");
            for (var file : files) {
                try (var in = file.getInputStream()) {
                    Json31.mapper()
                            .readTree(in)
                            .properties()
                            .forEach(e -> examples.byOperation.put(e.getKey(), e.getValue()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return examples;
    }

    void show(Operation operation) {
        var example =
                byOperation.getOrDefault(operation.getOperationId(), MissingNode.getInstance());
        var body = operation.getRequestBody();
        if (body != null && example.has("body")) {
            body.getContent().values().forEach(media -> media.setExample(example.path("body")));
        }
        if (operation.getParameters() != null) {
            for (var parameter : operation.getParameters()) {
                var value = example.path(parameter.getIn()).path(parameter.getName());
                if (!value.isMissingNode()) {
                    parameter.setExample(value);
                }
            }
        }
    }
}
