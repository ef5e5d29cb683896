package org.whitelane.system.sweep;

import org.whitelane.system.sweep.Cast.Officer;
import org.whitelane.system.sweep.Judge.Expected;
import org.whitelane.system.sweep.Judge.Question;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * One operation asked for by one officer, for an object of enterprise A, one of B, and one that
 * does not exist. Who lacks the role learns nothing about objects; a competitor's object looks as
 * if it did not exist.
 */
final class Matrix {

    private static final List<String> ENTERPRISES = List.of("enterprise-a", "enterprise-b");

    private final Gun gun;
    private final Cast cast;
    private final Judge judge;

    Matrix(Gun gun, Cast cast, Judge judge) {
        this.gun = gun;
        this.cast = cast;
        this.judge = judge;
    }

    void row(Operation operation, Officer officer) throws IOException, InterruptedException {
        boolean lacksRole =
                !operation.roles().isEmpty()
                        && operation.roles().stream().noneMatch(officer.roles()::contains);
        var expected = lacksRole ? Expected.FORBIDDEN : Expected.ANY;
        var absent = ask(operation, officer, cast.pathForAbsent(operation), expected);
        if (!operation.reads() && !lacksRole && !isCompetitorsBusiness(operation, officer)) {
            return; // it would be done: what may be done is the scenarios' business
        }
        for (var enterprise : ENTERPRISES) {
            if (!operation.reads() && officer.name().equals(enterprise)) {
                continue;
            }
            var seen = ask(operation, officer, cast.pathFor(operation, enterprise), expected);
            boolean strange =
                    ENTERPRISES.contains(officer.name()) && !officer.name().equals(enterprise);
            if (lacksRole || strange && isSecret(operation)) {
                compare(operation, officer, enterprise, absent, seen);
            }
        }
    }

    private static boolean isCompetitorsBusiness(Operation operation, Officer officer) {
        return ENTERPRISES.contains(officer.name()) && isSecret(operation);
    }

    /** Organisations, batches and lists are for all; requests, entries and credentials are not. */
    private static boolean isSecret(Operation operation) {
        return operation.path().contains("/requests/{")
                || operation.path().contains("/entries/{")
                || operation.path().contains("/credentials/{");
    }

    private void compare(
            Operation operation,
            Officer officer,
            String enterprise,
            List<Reply> absent,
            List<Reply> seen) {
        var question =
                question(operation, officer, cast.pathFor(operation, enterprise), Expected.ANY);
        for (int door = 0; door < seen.size(); door++) {
            if (!verdict(absent.get(door)).equals(verdict(seen.get(door)))) {
                judge.found(
                        question,
                        "differs from an absent object's answer",
                        absent.get(door) + " / " + seen.get(door));
            }
        }
    }

    private static String verdict(Reply reply) {
        return reply.status()
                + " "
                + (reply.status() >= 400
                        ? Cast.tree(reply).path("code").asString("")
                        : reply.text());
    }

    private List<Reply> ask(Operation operation, Officer officer, String path, Expected expected)
            throws IOException, InterruptedException {
        var replies = new ArrayList<Reply>();
        for (var door : gun.doors(operation)) {
            replies.add(gun.ask(door, question(operation, officer, path, expected)));
        }
        return replies;
    }

    private Question question(
            Operation operation, Officer officer, String path, Expected expected) {
        var shot = Shot.of(operation.method(), path).bearer(token(officer));
        return new Question(
                "role × object",
                officer.name(),
                operation,
                operation.takesJson() ? shot.json(Sample.of(operation).toString()) : shot,
                expected,
                new HashSet<>(Cast.hiddenFrom(officer)));
    }

    private String token(Officer officer) {
        try {
            return cast.token(officer);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
