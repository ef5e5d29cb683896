package org.whitelane.system.sweep;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.whitelane.system.Suite;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI document of one running service. */
final class Document {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final String service;
    private final JsonNode root;
    private final Map<String, com.networknt.schema.Schema> schemas = new ConcurrentHashMap<>();

    Document(String service, JsonNode root) {
        this.service = service;
        this.root = root;
    }

    String service() {
        return service;
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        root.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                operation -> {
                                                    if (METHODS.contains(operation.getKey())) {
                                                        operations.add(
                                                                operation(
                                                                        path.getKey(), operation));
                                                    }
                                                }));
        return operations;
    }

    private Operation operation(String path, Map.Entry<String, JsonNode> operation) {
        return new Operation(
                this, operation.getKey().toUpperCase(Locale.ROOT), path, operation.getValue());
    }

    /** The node itself, or what it refers to. */
    JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : resolved(root.at(reference.substring(1)));
    }

    /** Empty if the text is JSON of that shape; references are resolved against this document. */
    List<String> faults(JsonNode schema, String text) {
        return schemas
                .computeIfAbsent(schema.toString(), _ -> compiled(schema))
                .validate(text, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private com.networknt.schema.Schema compiled(JsonNode schema) {
        ObjectNode whole = Suite.JSON.createObjectNode();
        whole.set("components", root.path("components"));
        whole.set("allOf", Suite.JSON.createArrayNode().add(schema));
        return REGISTRY.getSchema(whole.toString(), InputFormat.JSON);
    }
}
