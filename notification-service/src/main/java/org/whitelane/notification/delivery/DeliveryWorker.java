package org.whitelane.notification.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;

/**
 * Sends batch after batch; one thread. Nothing here holds a transaction while it talks to the SMTP
 * server.
 */
final class DeliveryWorker {

    private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);

    private final String owner;
    private final DeliveryDesk desk;
    private final SmtpMailer mailer;
    private final MailWriter writer;
    private final DeliveryMetrics metrics;
    private final List<Finished> unmarked = new ArrayList<>();
    private boolean holding;
    private volatile boolean stopping;

    DeliveryWorker(
            String owner,
            DeliveryDesk desk,
            SmtpMailer mailer,
            MailWriter writer,
            DeliveryMetrics metrics) {
        this.owner = owner;
        this.desk = desk;
        this.mailer = mailer;
        this.writer = writer;
        this.metrics = metrics;
    }

    String owner() {
        return owner;
    }

    /** The mail being sent is finished and marked; no other is begun. */
    void stop() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }

    /** One batch; says whether there may be more to do at once. */
    boolean round() {
        settle();
        if (stopping) {
            return false;
        }
        if (!mailer.ready()) {
            desk.declareUncertain();
            return false;
        }
        holding = true;
        var claimed = desk.claim(owner);
        if (claimed.isEmpty()) {
            holding = false;
            return false;
        }
        try (var connection = mailer.open()) {
            return sendAll(claimed, connection);
        } finally {
            settle();
        }
    }

    private boolean sendAll(List<Claimed> claimed, SmtpConnection connection) {
        for (var message : claimed) {
            if (stopping || !mailer.pace()) {
                return false;
            }
            if (!deliver(message, connection)) {
                return false;
            }
        }
        return true;
    }

    /** Says whether it makes sense to go on with the next one. */
    private boolean deliver(Claimed message, SmtpConnection connection) {
        var begun = desk.begin(owner, message, unmarked);
        unmarked.clear();
        if (begun.isEmpty()) {
            return true;
        }
        var result = send(begun.get(), connection);
        unmarked.add(new Finished(begun.get().attempt(), message, result));
        metrics.record(message, result);
        if (result instanceof DeliveryResult.Unreachable(var why)) {
            log.warn("SMTP server unreachable ({}); messages stay queued", why);
            return false;
        }
        return true;
    }

    /** A message that cannot even be written must not stop those behind it. */
    private DeliveryResult send(Begun begun, SmtpConnection connection) {
        var mail = mailer.blank(writer.messageIdOf(begun.message()));
        try {
            writer.write(begun, mail);
            return mailer.send(connection, mail, begun.message().traceparent());
        } catch (RuntimeException e) {
            var why = e.getClass().getSimpleName();
            log.error("Message {} could not be sent", begun.message().id(), traceOnly(e));
            return mail.written()
                    ? new DeliveryResult.Uncertain(why)
                    : new DeliveryResult.Deferred(why);
        }
    }

    /**
     * Kept until the database took it: a mail that went out must not be forgotten because the
     * database was away.
     */
    private void settle() {
        if (holding) {
            desk.settle(owner, unmarked);
            unmarked.clear();
            holding = false;
        }
    }

    /** Where it happened, without the words, which may quote the address. */
    private static Throwable traceOnly(RuntimeException e) {
        var trace = new IllegalStateException(e.getClass().getName());
        trace.setStackTrace(e.getStackTrace());
        return trace;
    }
}
