package org.whitelane.system.sweep;

import java.util.LinkedHashMap;
import java.util.Map;

/** A proper request with its method, path, query or headers changed. */
final class HostileRequests {

    private HostileRequests() {}

    static Map<String, Shot> methods(Shot proper) {
        var shots = new LinkedHashMap<String, Shot>();
        for (var method :
                new String[] {
                    "HEAD", "OPTIONS", "TRACE", "PATCH", "DELETE", "PUT", "PROPFIND", "get", "X"
                }) {
            shots.put(method, proper.method(method));
        }
        return shots;
    }

    static Map<String, Shot> paths(Shot proper) {
        var path = proper.target();
        var last = path.substring(path.lastIndexOf('/') + 1);
        var start = path.substring(0, path.length() - last.length());
        var targets = new LinkedHashMap<String, String>();
        targets.put("slash at the end", path + "/");
        targets.put("double slash", path.replaceFirst("/api", "//api"));
        targets.put("dot", start + "./" + last);
        targets.put("dot dot", start + "x/../" + last);
        targets.put("encoded dots", start + "%2e%2e/" + last);
        targets.put("twice encoded dots", start + "%252e%252e/" + last);
        targets.put("encoded slash", start + "%2f" + last);
        targets.put("backslash", start + "%5c" + last);
        targets.put("semicolon", path + ";jsessionid=1");
        targets.put("semicolon before", start + ";a=b/" + last);
        targets.put("NUL", path + "%00");
        targets.put("NUL and suffix", path + "%00.json");
        targets.put("suffix", path + ".json");
        targets.put("overlong", start + "%c0%ae%c0%ae/" + last);
        targets.put("broken escape", path + "%zz");
        targets.put("half escape", path + "%");
        targets.put("upper case", path.toUpperCase(java.util.Locale.ROOT));
        targets.put("line end", path + "%0d%0aX-Injected:%201");
        targets.put("bidi", start + "%E2%80%AE" + last);
        targets.put("very long", start + "a".repeat(6000));
        targets.put("not ASCII", start + "示例");
        targets.put("angle", start + "<script>");
        targets.put("many queries", path + "?" + "a=1&".repeat(1500));
        targets.put("absolute", "http://localhost" + path);
        targets.put("elsewhere", "http://127.0.0.1:1" + path);
        var shots = new LinkedHashMap<String, Shot>();
        targets.forEach((name, target) -> shots.put(name, proper.target(target)));
        return shots;
    }

    static Map<String, Shot> queries(Operation operation, Shot proper) {
        var shots = new LinkedHashMap<String, Shot>();
        for (var parameter : operation.queryParameters()) {
            for (var value :
                    new String[] {
                        "",
                        "-1",
                        "0",
                        "9".repeat(3000),
                        "1e9",
                        "NaN",
                        "null",
                        "%00",
                        "%ff",
                        "%ED%A0%80",
                        "%27%20or%201=1",
                        "%E2%80%AE",
                        "2026-02-30",
                        "../..",
                        "[]",
                        "&" + parameter + "=2"
                    }) {
                shots.put(
                        parameter + "=" + (value.length() > 40 ? "(long)" : value),
                        proper.target(proper.target() + "?" + parameter + "=" + value));
            }
        }
        return shots;
    }

    static Map<String, Shot> headers(Shot proper) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("method override", "X-HTTP-Method-Override: DELETE");
        lines.put("original URL", "X-Original-URL: /api/v1/registry/admin/streams");
        lines.put("rewrite URL", "X-Rewrite-URL: /actuator/env");
        lines.put("forwarded for", "X-Forwarded-For: 127.0.0.1, ::1");
        lines.put("forwarded host", "X-Forwarded-Host: evil.example");
        lines.put("forwarded prefix", "X-Forwarded-Prefix: /../..");
        lines.put("forwarded", "Forwarded: for=127.0.0.1;host=evil.example;proto=https");
        lines.put("caller of our own", "X-Whitelane-Caller: registrar");
        lines.put("event header", "ce_type: org.whitelane.registry.organisation-registered.v1");
        lines.put("trace parent", "traceparent: 00-zz-zz-zz");
        lines.put("long trace parent", "traceparent: 00-" + "a".repeat(3000));
        lines.put("baggage", "baggage: " + "k=v,".repeat(900));
        lines.put("correlation id", "X-Correlation-Id: ${jndi:ldap://x}\t<b>");
        lines.put("accept pages", "Accept: text/html");
        lines.put("accept nothing of ours", "Accept: image/png");
        lines.put("accept nonsense", "Accept: ;;;/,q=x");
        lines.put("language", "Accept-Language: ../../etc;q=9");
        lines.put("charset", "Accept-Charset: x-none");
        lines.put("range", "Range: bytes=0-0,1-1,2-2,-1");
        lines.put("if match", "If-Match: W/\"1\", \"" + "9".repeat(400) + "\"");
        lines.put("if match broken", "If-Match: \"1");
        lines.put("if none match", "If-None-Match: \"" + "x".repeat(2000) + "\"");
        lines.put("if modified since", "If-Modified-Since: the day before yesterday");
        lines.put("long key", "Idempotency-Key: " + "k".repeat(5000));
        lines.put("odd key", "Idempotency-Key: ../é\t'");
        lines.put("cookie", "Cookie: JSESSIONID=1; " + "a=b; ".repeat(500));
        lines.put("expect", "Expect: 200-maybe");
        lines.put("upgrade", "Upgrade: h2c, websocket");
        lines.put("content length that is none", "Content-Length: ten");
        lines.put("negative content length", "Content-Length: -1");
        lines.put("two lengths", "Content-Length: 0\r\nContent-Length: 5");
        lines.put("unknown coding", "Transfer-Encoding: zebra");
        lines.put("chunks that never come", "Transfer-Encoding: chunked");
        lines.put("length that never comes", "Content-Length: 10");
        lines.put("many", "X-Many: 1\r\n".repeat(150) + "X-Many: 1");
        lines.put("long", "X-Long: " + "x".repeat(20_000));
        lines.put("NUL", "X-Nul: a\0b");
        lines.put("no colon", "this is no header");
        lines.put("folded", "X-Folded: a\r\n b");
        var shots = new LinkedHashMap<String, Shot>();
        lines.forEach((name, line) -> shots.put(name, proper.with(line)));
        shots.put("other host", proper.instead("Host", "evil.example"));
        shots.put("host with path", proper.instead("Host", "a/b@c:99999"));
        for (var type :
                new String[] {
                    "text/plain", "application/xml", "multipart/form-data",
                            "application/json;charset=UTF-16",
                    "application/json;charset=none", "*/*", "json",
                            "application/x-java-serialized-object"
                }) {
            shots.put(
                    "content type " + type,
                    proper.raw("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .instead("Content-Type", type));
        }
        for (var coding : new String[] {"gzip", "br", "deflate, gzip", "zebra"}) {
            shots.put(
                    "content coding " + coding,
                    proper.json("{}").instead("Content-Encoding", coding));
        }
        return shots;
    }
}
