package org.whitelane.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * Readers must bear new fields, so a document allows them; the service itself must not answer with
 * what is not documented.
 */
final class StrictSchema {

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final String text;

    private StrictSchema(String text) {
        this.text = text;
    }

    /**
     * @param document where references lead to
     */
    static StrictSchema of(JsonNode schema, JsonNode document) {
        var whole = (ObjectNode) schema.deepCopy();
        var definitions = document.path("components").deepCopy();
        close(definitions.path("schemas"));
        close(whole);
        whole.set("components", definitions);
        return new StrictSchema(JsonMapper.shared().writeValueAsString(whole));
    }

    List<Error> faults(String body) {
        return SCHEMAS.getSchema(text, InputFormat.JSON)
                .validate(
                        body,
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(StrictSchema::close);
    }
}
