package org.whitelane.whitelist.request.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.idempotency.OnceEach;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Bodies;
import org.whitelane.chassis.web.Problem;
import org.whitelane.chassis.web.Spool;
import org.whitelane.whitelist.request.web.Lines.Line;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes lines one after the other, each in a transaction of its own, and answers each at once. */
@Component
class BulkDesk {

    private final RequestDesk desk;
    private final Bodies bodies;
    private final OnceEach once;
    private final BulkAnswers answers;
    private final BulkLimits limits;

    BulkDesk(
            RequestDesk desk,
            Bodies bodies,
            OnceEach once,
            BulkAnswers answers,
            BulkLimits limits) {
        this.desk = desk;
        this.bodies = bodies;
        this.once = once;
        this.answers = answers;
        this.limits = limits;
    }

    BulkLimits limits() {
        return limits;
    }

    /** Before anything is done: half of a file is harder to mend than none of it. */
    void requireFewLines(Spool spool) throws IOException {
        try (var in = new BufferedInputStream(spool.open())) {
            long lines = 0;
            int last = '\n';
            for (int b = in.read(); b >= 0; b = in.read()) {
                lines += b == '\n' ? 1 : 0;
                last = b;
            }
            lines += last == '\n' ? 0 : 1;
            if (lines > limits.lines()) {
                throw Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "too-many-lines",
                        "The body has %,d lines; %,d are taken at once."
                                .formatted(lines, limits.lines()));
            }
        }
    }

    void answer(
            Spool spool,
            boolean dryRun,
            Caller caller,
            HttpServletRequest request,
            OutputStream response)
            throws IOException {
        var out = new BufferedOutputStream(response);
        try (InputStream in = new BufferedInputStream(spool.open())) {
            var lines = new Lines(in, limits.bytesPerLine());
            int index = 0;
            for (var line = lines.next(); line != null; line = lines.next()) {
                out.write(answer(index, line, dryRun, caller, request));
                out.write('\n');
                index++;
            }
        }
        out.flush();
    }

    private byte[] answer(
            int index, Line line, boolean dryRun, Caller caller, HttpServletRequest request) {
        try {
            var bytes = readable(line);
            var form = bodies.read(bytes, DraftForm.class);
            return dryRun
                    ? answers.tried(index, () -> desk.draft(form, true, caller))
                    : once.answer(
                            request,
                            index,
                            bytes,
                            () -> answers.done(index, desk.draft(form, false, caller)));
        } catch (RuntimeException e) {
            return answers.refused(index, e);
        }
    }

    private byte[] readable(Line line) {
        if (line.tooLong()) {
            throw Problem.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "line-too-large",
                    "The line is larger than %,d bytes.".formatted(limits.bytesPerLine()));
        }
        if (line.isBlank()) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "malformed-json",
                    "The line is empty; a JSON object is expected.");
        }
        return line.bytes();
    }
}
