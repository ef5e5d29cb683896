package org.whitelane.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inbox over HTTP: pages for people, JSON for programs, read only. */
final class InboxHttp implements AutoCloseable {

    private static final Pattern PATH = Pattern.compile("(/api)?/messages/([0-9]{6,9})(/raw)?");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MailStore store;
    private final HttpServer server;

    InboxHttp(MailStore store, String address, int port) throws IOException {
        this.store = store;
        this.server = HttpServer.create(new InetSocketAddress(address, port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().add("Allow", "GET");
                answer(exchange, 405, "text/plain", "Only GET.".getBytes(UTF_8));
                return;
            }
            String path = exchange.getRequestURI().getPath();
            Matcher one = PATH.matcher(path);
            switch (path) {
                case "/" -> page(exchange, 200, InboxPages.list(store.list()));
                case "/api/messages" -> json(exchange, 200, store.list());
                case String _ when one.matches() -> one(exchange, one);
                case String _ when path.startsWith("/api/") -> apiNotFound(exchange);
                default -> page(exchange, 404, InboxPages.notFound());
            }
        }
    }

    private void one(HttpExchange exchange, Matcher path) throws IOException {
        boolean api = path.group(1) != null;
        String id = path.group(2);
        var mail = store.find(id);
        if (mail.isEmpty()) {
            if (api) {
                apiNotFound(exchange);
            } else {
                page(exchange, 404, InboxPages.notFound());
            }
        } else if (path.group(3) != null) {
            answer(exchange, 200, "text/plain", store.raw(id).orElseThrow());
        } else if (api) {
            json(exchange, 200, mail.get());
        } else {
            page(exchange, 200, InboxPages.mail(mail.get()));
        }
    }

    private static void apiNotFound(HttpExchange exchange) throws IOException {
        json(exchange, 404, Map.of("error", "not found"));
    }

    private static void page(HttpExchange exchange, int status, String html) throws IOException {
        // Also holds inside the sandbox: a mail must not tell its sender that it was opened.
        exchange.getResponseHeaders()
                .add("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        answer(exchange, status, "text/html", html.getBytes(UTF_8));
    }

    private static void json(HttpExchange exchange, int status, Object body) throws IOException {
        answer(exchange, status, "application/json", JSON.writeValueAsBytes(body));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.add("Content-Type", type + "; charset=utf-8");
        headers.add("X-Content-Type-Options", "nosniff");
        headers.add("Cache-Control", "no-store");
        headers.add("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
