package org.whitelane.system.sweep;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * One operation as its service's document tells it.
 *
 * @param node of the document, with its parameters, body and answers
 */
record Operation(Document document, String method, String path, JsonNode node) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    boolean needsToken() {
        return node.path("security").size() > 0;
    }

    /** Empty: any caller with a token, decided by object. */
    List<String> roles() {
        return StreamSupport.stream(node.path("x-roles").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean takesJson() {
        return !jsonSchema().isMissingNode();
    }

    JsonNode jsonSchema() {
        return node.path("requestBody").path("content").path("application/json").path("schema");
    }

    List<String> placeholders() {
        return PLACEHOLDER.matcher(path).results().map(match -> match.group(1)).toList();
    }

    List<String> queryParameters() {
        return StreamSupport.stream(node.path("parameters").spliterator(), false)
                .map(document::resolved)
                .filter(parameter -> parameter.path("in").asString("").equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    /** The path with every placeholder filled; each value is percent-encoded by the caller. */
    String filled(java.util.function.UnaryOperator<String> values) {
        return PLACEHOLDER
                .matcher(path)
                .replaceAll(
                        match ->
                                java.util.regex.Matcher.quoteReplacement(
                                        values.apply(match.group(1))));
    }

    Shot shot(java.util.function.UnaryOperator<String> values) {
        return Shot.of(method, filled(values));
    }

    /** What the document says of an answer with that status, else its default. */
    JsonNode answer(int status) {
        var responses = node.path("responses");
        var exact = responses.path(Integer.toString(status));
        return document.resolved(exact.isMissingNode() ? responses.path("default") : exact);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
