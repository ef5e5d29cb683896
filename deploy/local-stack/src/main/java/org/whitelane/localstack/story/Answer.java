package org.whitelane.localstack.story;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** What an interface of the suite answered. */
record Answer(
        int status, String contentType, JsonNode json, String body, @Nullable String retryAfter) {

    String text(String field) {
        var value = json.path(field);
        if (!value.isString()) {
            throw new StoryFailed("the answer has no text " + field + ": " + body);
        }
        return value.asString();
    }

    String code() {
        return json.path("code").asString("");
    }
}
