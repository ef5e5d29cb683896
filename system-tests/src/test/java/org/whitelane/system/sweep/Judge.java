package org.whitelane.system.sweep;

import tools.jackson.core.JacksonException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What holds for every answer, whatever was asked: no failure of ours, nothing of the inside,
 * nobody else's data, and the shape that the document promises.
 */
final class Judge {

    private static final Pattern INSIDE =
            Pattern.compile(
                    "\\tat |Caused"
                        + " by|java\\.(lang|util|io)\\.|Exception|org\\.(springframework|apache|postgresql)|org\\.whitelane\\.[a-z.]+\\.[A-Z]|tools\\.jackson|com\\.fasterxml|SQLSTATE|PSQL|jdbc:|/home/|/root/|\\.java:");

    private final Map<String, AtomicInteger> shots = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, List<String>> findings = new ConcurrentSkipListMap<>();

    /**
     * @param kind of the check, a row of the report
     * @param promise the operation whose document bounds the answer
     * @param expected what is allowed besides what holds always
     * @param secrets texts that this caller must never see
     */
    record Question(
            String kind,
            String name,
            Operation promise,
            Shot shot,
            Expected expected,
            Set<String> secrets) {}

    /** What an answer's status may be. */
    enum Expected {
        /** Served or refused, both are right. */
        ANY {
            @Override
            boolean holds(int status) {
                return status >= 200 && status < 500;
            }
        },
        REFUSED {
            @Override
            boolean holds(int status) {
                return status >= 400 && status < 500;
            }
        },
        UNAUTHORIZED {
            @Override
            boolean holds(int status) {
                return status == 401;
            }
        },
        FORBIDDEN {
            @Override
            boolean holds(int status) {
                return status == 403;
            }
        },
        /** Too slow, too much: the connection may also just end. */
        REFUSED_OR_CLOSED {
            @Override
            boolean holds(int status) {
                return status == 0 || status == 503 || REFUSED.holds(status);
            }
        };

        abstract boolean holds(int status);
    }

    void answered(Question question, Reply reply) {
        shots.computeIfAbsent(question.kind(), _ -> new AtomicInteger()).incrementAndGet();
        statuses.computeIfAbsent(question.kind() + " → " + reply.status(), _ -> new AtomicInteger())
                .incrementAndGet();
        for (var fault : faults(question, reply)) {
            found(question, fault, reply);
        }
    }

    void found(Question question, String fault, Object seen) {
        findings.computeIfAbsent(
                        question.kind() + ": " + fault,
                        _ -> java.util.Collections.synchronizedList(new ArrayList<>()))
                .add(
                        "%s [%s] %s ⇒ %s"
                                .formatted(
                                        question.promise(),
                                        question.name(),
                                        question.shot(),
                                        seen));
    }

    private static List<String> faults(Question question, Reply reply) {
        var faults = new ArrayList<String>();
        if (!question.expected().holds(reply.status())) {
            faults.add("answered %d, should be %s".formatted(reply.status(), question.expected()));
        }
        var text = reply.text();
        var shot = question.shot();
        var asked = shot.target() + new String(shot.body(), StandardCharsets.UTF_8);
        INSIDE.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(inside -> !asked.contains(inside)) // what was sent may be shown
                .forEach(inside -> faults.add("shows the inside: " + inside));
        question.secrets().stream()
                .filter(text::contains)
                .forEach(secret -> faults.add("shows " + secret));
        if (reply.status() == 401 && reply.header("www-authenticate").isEmpty()) {
            faults.add("401 without WWW-Authenticate");
        }
        if (reply.status() == 405 && reply.header("allow").isEmpty()) {
            faults.add("405 without Allow");
        }
        if (!question.shot().method().equals("HEAD")) {
            shape(question.promise(), reply).forEach(faults::add);
        }
        return faults;
    }

    /** Of refusals; what is served is checked by the tests of the documents' examples. */
    private static List<String> shape(Operation promise, Reply reply) {
        if (reply.status() < 400) {
            return List.of();
        }
        var content = promise.answer(reply.status()).path("content");
        if (!content.has(reply.mediaType())) {
            content = promise.answer(0).path("content"); // what the edge refuses for everybody
        }
        if (!content.has(reply.mediaType())) {
            return List.of(
                    "%d is %s, the document says %s"
                            .formatted(reply.status(), reply.mediaType(), content.propertyNames()));
        }
        if (!reply.mediaType().endsWith("json")) {
            return List.of();
        }
        try {
            return promise
                    .document()
                    .faults(content.path(reply.mediaType()).path("schema"), reply.text())
                    .stream()
                    .map(fault -> "%d not as documented: %s".formatted(reply.status(), fault))
                    .toList();
        } catch (JacksonException e) {
            return List.of(reply.status() + " is not JSON");
        }
    }

    String situation() {
        return "%d requests, %d kinds of findings"
                .formatted(
                        shots.values().stream().mapToInt(AtomicInteger::get).sum(),
                        findings.size());
    }

    List<String> findings() {
        return findings.entrySet().stream()
                .map(
                        finding ->
                                "%s (%d times), such as%n    %s"
                                        .formatted(
                                                finding.getKey(),
                                                finding.getValue().size(),
                                                finding.getValue().getFirst()))
                .toList();
    }

    String report(int operations) {
        var report = new StringBuilder("%d operations%n".formatted(operations));
        new TreeMap<>(shots)
                .forEach((kind, count) -> report.append("%8d  %s%n".formatted(count.get(), kind)));
        statuses.forEach(
                (status, count) ->
                        report.append("          %s: %d%n".formatted(status, count.get())));
        return report.toString();
    }
}
