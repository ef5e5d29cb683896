package org.whitelane.verify;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events as the feed has them: flat JSON objects, the data in base64. One object per thread. */
final class JsonEvents {

    static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final String DATA = "data_base64";
    private static final String WITHHELD = "withheld";

    private final EventAttributesReader reader = new EventAttributesReader();

    Item read(JsonNode event, long place) {
        if (!event.isObject()) {
            return new Item.Forged("it is no event", place);
        }
        try {
            if (event.has(WITHHELD)) {
                return reader.readStub(name -> text(event, name), place);
            }
            var data = event.path(DATA);
            var value = data.isString() ? data.binaryValue() : null;
            return reader.read(name -> text(event, name), value, place);
        } catch (JacksonException e) {
            return new Item.Forged("its %s is not base64".formatted(DATA), place);
        } catch (IllegalArgumentException e) {
            return new Item.Forged(String.valueOf(e.getMessage()), place);
        }
    }

    private static @Nullable String text(JsonNode event, String name) {
        var value = event.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isIntegralNumber()) {
            return value.numberValue().toString();
        }
        throw new IllegalArgumentException("its %s is neither text nor a number".formatted(name));
    }
}
