package org.whitelane.testing.edge;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A request that can be varied and sent any number of times.
 *
 * @param target absolute path with its query, as it goes over the wire
 * @param headers names and values in turn
 */
public record Call(String method, String target, List<String> headers, @Nullable String body) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public Call {
        headers = List.copyOf(headers);
    }

    public static Call get(String target) {
        return new Call("GET", target, List.of(), null);
    }

    public static Call post(String target, String json) {
        return new Call("POST", target, List.of(), null).json(json);
    }

    public static Call put(String target, String json) {
        return new Call("PUT", target, List.of(), null).json(json);
    }

    /**
     * @param token null: anonymously
     */
    public Call by(@Nullable String token) {
        return token == null ? this : with("Authorization", "Bearer " + token);
    }

    /** One more line of the header. */
    public Call with(String header, String value) {
        var more = new ArrayList<>(headers);
        more.addAll(List.of(header, value));
        return new Call(method, target, more, body);
    }

    public Call on(String etag) {
        return with("If-Match", etag);
    }

    public Call once(String key) {
        return without("Idempotency-Key").with("Idempotency-Key", key);
    }

    /** With a key that nobody has used. */
    public Call once() {
        return once(UUID.randomUUID().toString());
    }

    public Call json(String text) {
        return saying("application/json", text);
    }

    public Call saying(String contentType, String text) {
        return new Call(method, target, without("Content-Type").headers(), text)
                .with("Content-Type", contentType);
    }

    private Call without(String header) {
        var others = new ArrayList<String>();
        for (int i = 0; i < headers.size(); i += 2) {
            if (!headers.get(i).equals(header)) {
                others.addAll(headers.subList(i, i + 2));
            }
        }
        return new Call(method, target, others, body);
    }

    public Call method(String other) {
        return new Call(other, target, headers, body);
    }

    public Call target(String other) {
        return new Call(method, other, headers, body);
    }

    public Answer send(URI base) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(base.resolve(target)).method(method, publisher);
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            return Answer.of(this, CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return method + " " + target;
    }
}
