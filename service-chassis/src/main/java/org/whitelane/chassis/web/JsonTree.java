package org.whitelane.chassis.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads bytes as one JSON object. Ours instead of {@code readTree}, which guesses the encoding,
 * stops at the first duplicate field and lets text through that PostgreSQL cannot store.
 */
final class JsonTree {

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(32)
                                                    .maxNumberLength(200)
                                                    .maxNameLength(200)
                                                    .build())
                                    .build())
                    .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** No quantity needs more; the plain form of 1e999999999 would fill the memory. */
    private static final int LARGEST_EXPONENT = 50;

    /**
     * No form of ours comes near; a body of nothing but "[]," would need a hundred times its own
     * size.
     */
    private static final int MOST_VALUES = 20_000;

    private final JsonParser parser;
    private final Faults faults;
    private int values;

    private JsonTree(JsonParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    static ObjectNode read(byte[] body, Faults faults) {
        try (var parser = JSON.createParser(text(body))) {
            var first = parser.nextToken();
            if (first == null) {
                throw malformed("The body is empty; a JSON object is expected.");
            }
            var root = new JsonTree(parser, faults).value(first, "");
            if (parser.nextToken() != null) {
                throw malformed("The body goes on after its JSON value" + at(parser) + ".");
            }
            if (root instanceof ObjectNode object) {
                return object;
            }
            throw Problem.invalid(
                    List.of(new Fault("", "wrong-type", "The body must be a JSON object.")));
        } catch (StreamConstraintsException e) {
            throw malformed(
                    "The body is nested deeper than 32 levels, or has a number or field name of"
                            + " more than 200 characters.");
        } catch (UnexpectedEndOfInputException e) {
            throw malformed("The body ends in the middle of a JSON value" + at(e) + ".");
        } catch (JacksonException e) {
            throw malformed("The body is not valid JSON" + at(e) + ".");
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw malformed("The body is not valid UTF-8.");
        }
    }

    private JsonNode value(@Nullable JsonToken token, String pointer) {
        values++;
        if (values > MOST_VALUES) {
            throw malformed("The body has more than %,d values.".formatted(MOST_VALUES));
        }
        return switch (token) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> array(pointer);
            case VALUE_STRING -> NODES.stringNode(plain(parser.getString(), pointer));
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> decimal(pointer);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case null, default -> NODES.nullNode();
        };
    }

    private ObjectNode object(String pointer) {
        var object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = plain(parser.currentName(), pointer);
            var place = Pointers.child(pointer, name);
            var value = value(parser.nextToken(), place);
            if (object.has(name)) {
                faults.add(place, "duplicate-field", "This field is there more than once.");
            } else {
                object.set(name, value);
            }
        }
        return object;
    }

    private ArrayNode array(String pointer) {
        var array = NODES.arrayNode();
        for (var token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            array.add(value(token, Pointers.child(pointer, array.size())));
        }
        return array;
    }

    private JsonNode decimal(String pointer) {
        var number = parser.getDecimalValue();
        if (Math.abs(number.scale()) > LARGEST_EXPONENT) {
            faults.add(
                    pointer,
                    "number-out-of-range",
                    "The number has too many digits or too large an exponent.");
            return NODES.numberNode(0);
        }
        return NODES.numberNode(number);
    }

    private String plain(String text, String pointer) {
        if (Texts.plain(text)) {
            return Texts.composed(text);
        }
        faults.add(
                pointer,
                "text-not-allowed",
                "Texts and field names hold neither control characters (but tabs and line ends),"
                        + " nor invisible ones such as marks of direction or of no width, nor half"
                        + " a surrogate pair.");
        return Texts.REPLACEMENT;
    }

    private static Problem malformed(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-json", detail);
    }

    private static String at(JsonParser parser) {
        var place = parser.currentTokenLocation();
        return " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
    }

    private static String at(JacksonException e) {
        var place = e.getLocation();
        return place == null
                ? ""
                : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
    }
}
