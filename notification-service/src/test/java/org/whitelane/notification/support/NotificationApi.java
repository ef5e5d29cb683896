package org.whitelane.notification.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** What subscribers, mail programs and operators do, over HTTP. */
public final class NotificationApi {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    public NotificationApi(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    public HttpResponse<String> subscribe(String email, String locale, String criteria) {
        return subscribe(
                """
                {"email": "%s", "locale": "%s", "criteria": %s}\
                """
                        .formatted(email, locale, criteria));
    }

    public HttpResponse<String> subscribe(String body) {
        return send(
                request("/api/v1/notification/subscriptions")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> get(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    public HttpResponse<String> head(String path) {
        return send(request(path).HEAD());
    }

    public HttpResponse<String> post(String path, String form) {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> post(String path, String contentType, String body) {
        return send(
                request(path)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Opens the page and presses its only button. */
    public HttpResponse<String> press(String link) {
        var page = get(link).body();
        var action = page.replaceAll("(?s).*<form[^>]*action=\"([^\"]+)\".*", "$1");
        var token = page.replaceAll("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
        return post(action, "token=" + token + "&from=page");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
