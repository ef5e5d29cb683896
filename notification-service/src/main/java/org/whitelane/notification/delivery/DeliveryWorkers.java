package org.whitelane.notification.delivery;

import org.springframework.stereotype.Component;

/** Makes workers: each has an owner's name of its own in the queue. */
@Component
class DeliveryWorkers {

    private final DeliveryDesk desk;
    private final SmtpMailer mailer;
    private final MailWriter writer;
    private final DeliveryMetrics metrics;

    DeliveryWorkers(
            DeliveryDesk desk, SmtpMailer mailer, MailWriter writer, DeliveryMetrics metrics) {
        this.desk = desk;
        this.mailer = mailer;
        this.writer = writer;
        this.metrics = metrics;
    }

    DeliveryWorker worker(String owner) {
        return new DeliveryWorker(owner, desk, mailer, writer, metrics);
    }
}
