package org.whitelane.gateway.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/** Somebody outside with an address of its own: Linux takes every 127.x.y.z as this machine's. */
record Outsider(int port, HttpClient http) {

    static Outsider from(String address, int port) {
        return new Outsider(
                port,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .localAddress(InetAddress.ofLiteral(address))
                        .build());
    }

    HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        return send(request(path, headers).GET());
    }

    CompletableFuture<HttpResponse<String>> ask(String path, String... headers) {
        return http.sendAsync(
                request(path, headers).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String... headers)
            throws IOException, InterruptedException {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    HttpResponse<String> askForToken(String path, String client)
            throws IOException, InterruptedException {
        var pair = Base64.getEncoder().encodeToString((client + ":guess").getBytes(UTF_8));
        return send(
                request(
                                path,
                                "Authorization",
                                "Basic " + pair,
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "grant_type=client_credentials")));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
