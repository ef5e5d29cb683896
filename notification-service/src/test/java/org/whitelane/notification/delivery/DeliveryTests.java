package org.whitelane.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.notification.Samples;
import org.whitelane.notification.alert.Alerts;
import org.whitelane.notification.message.Messages;
import org.whitelane.notification.support.ScriptedSmtp;
import org.whitelane.testing.RealParts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Workers by hand on a real database, against a server that does what real ones do on bad days. */
@SpringBootTest(
        properties = {
            "whitelane.service=notification-slice",
            "whitelane.notification.delivery.workers=0",
            "whitelane.notification.delivery.lease=5m",
            "whitelane.notification.delivery.renewal=400ms",
            "whitelane.notification.delivery.rate-per-second=1000",
            "whitelane.notification.delivery.back-off=10ms",
            "whitelane.notification.delivery.breaker-open-for=300ms",
            "whitelane.notification.delivery.deferral=50ms"
        })
@RealParts("notification_slice")
class DeliveryTests {

    private static final ScriptedSmtp SMTP = new ScriptedSmtp();

    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Alerts alerts;
    @Autowired Messages messages;
    @Autowired DeliveryDesk desk;
    @Autowired DeliveryWorkers workers;
    @Autowired MessageLog log;
    @Autowired SmtpMailer mailer;

    @DynamicPropertySource
    static void smtp(DynamicPropertyRegistry registry) {
        SMTP.up();
        SMTP.down();
        registry.add("spring.mail.port", SMTP::port);
    }

    @BeforeEach
    void serverIsUp() {
        SMTP.up();
        await().until(mailer::ready);
    }

    @AfterEach
    void nothingIsLeftOver() {
        SMTP.down();
        jdbc.sql("update message set status = 'CANCELLED' where status = 'QUEUED'").update();
    }

    @Test
    void sendsOnceAndMarks() {
        var message = queued("one@a.example");
        rounds(worker());
        rounds(worker());
        assertThat(SMTP.to("one@a.example")).hasSize(1);
        assertThat(view(message).status()).isEqualTo("SENT");
        assertThat(view(message).messageId())
                .isEqualTo(SMTP.to("one@a.example").getFirst().messageId());
        assertThat(outcomes(message)).containsExactly("SENT");
    }

    @Test
    void goesOnAfterARefusal() {
        var refused = queued("refused@b.example");
        var good = queued("two@b.example");
        rounds(worker());
        assertThat(view(refused).status()).isEqualTo("REFUSED");
        assertThat(view(refused).attempts().getFirst().detail()).isEqualTo("RCPT 550");
        assertThat(view(good).status()).isEqualTo("SENT");
    }

    @Test
    void givesUpWhatIsPutOffForDays() {
        var later = queued("later@m.example");
        jdbc.sql("update message set queued_at = now() - interval '6 days' where id = :id")
                .param("id", later)
                .update();
        rounds(worker());
        assertThat(view(later).status()).isEqualTo("REFUSED");
    }

    @Test
    void keepsWhatTheServerPutsOff() {
        var later = queued("later@c.example");
        var full = queued("full@c.example");
        worker().round();
        assertThat(List.of(view(later), view(full)))
                .allSatisfy(
                        view -> {
                            assertThat(view.status()).isEqualTo("QUEUED");
                            assertThat(view.uncertain()).isFalse();
                        });
        await().until(() -> worker().round() && outcomes(later).size() > 1);
        assertThat(outcomes(later)).containsOnly("NOT_SENT");
    }

    @Test
    void listsAsUncertainWhatWasTakenWithoutAnAnswer() {
        var cut = queued("cut@d.example");
        worker().round();
        assertThat(view(cut).status()).isEqualTo("QUEUED");
        assertThat(listed(MessageFilter.UNCERTAIN)).contains(cut);
        await().until(() -> rounds(worker()) && view(cut).status().equals("SENT"));
        assertThat(outcomes(cut)).containsExactly("UNCERTAIN", "SENT");
        assertThat(SMTP.to("cut@d.example"))
                .hasSize(2)
                .containsOnly(SMTP.to("cut@d.example").getFirst());
    }

    @Test
    void isCertainWhenTheServerLeftBeforeTheData() {
        var early = queued("early@e.example");
        rounds(worker());
        await().until(() -> rounds(worker()) && view(early).status().equals("SENT"));
        assertThat(view(early).uncertain()).isFalse();
        assertThat(SMTP.to("early@e.example")).hasSize(1);
    }

    @Test
    void listsAsUncertainWhatALostSenderHadBegun() {
        var begun = queued("begun@f.example");
        var claimed = queued("claimed@f.example");
        var lost = desk.claim("lost");
        var first = lost.stream().filter(c -> c.id().equals(begun)).findFirst().orElseThrow();
        assertThat(desk.begin("lost", first, List.of())).isPresent();
        rounds(worker());
        assertThat(SMTP.to("begun@f.example")).isEmpty();

        endLeases("now() - interval '1 second'");
        await().until(() -> rounds(worker()) && view(begun).status().equals("SENT"));
        await().until(() -> rounds(worker()) && view(claimed).status().equals("SENT"));
        assertThat(outcomes(begun)).containsExactly("UNCERTAIN", "SENT");
        assertThat(view(begun).uncertain()).isTrue();
        assertThat(view(claimed).uncertain()).isFalse();
        assertThat(desk.begin("lost", first, List.of())).isEmpty();
    }

    @Test
    void keepsTheLeaseOfALivingWorker() {
        var kept = queued("kept@g.example");
        var claimed = desk.claim("living").getFirst();
        endLeases("now() + interval '1 minute'");
        desk.renew("living");
        assertThat(leaseOutlives(kept, Duration.ofMinutes(2))).isTrue();
        assertThat(desk.claim("other")).isEmpty();
        assertThat(desk.begin("living", claimed, List.of())).isPresent();
        desk.settle("living", List.of());
    }

    /** Somebody else may be at it already. */
    @Test
    void doesNotGiveBackALeaseThatHasEnded() {
        queued("late@g.example");
        var claimed = desk.claim("late").getFirst();
        endLeases("now() - interval '1 second'");
        desk.renew("late");
        assertThat(desk.begin("late", claimed, List.of())).isEmpty();
        assertThat(desk.claim("other")).extracting(Claimed::id).contains(claimed.id());
        desk.settle("other", List.of());
    }

    @Test
    void losesNothingWhileTheServerIsAway() {
        SMTP.down();
        var ids = IntStream.range(0, 12).mapToObj(n -> queued("away" + n + "@h.example")).toList();
        await().until(
                        () -> {
                            worker().round();
                            return !mailer.ready();
                        });
        assertThat(ids).allSatisfy(id -> assertThat(view(id).status()).isEqualTo("QUEUED"));
        assertThat(ids).allSatisfy(id -> assertThat(view(id).uncertain()).isFalse());

        SMTP.up();
        await().until(
                        () -> {
                            rounds(worker());
                            return listed(MessageFilter.QUEUED).isEmpty();
                        });
        assertThat(ids).allSatisfy(id -> assertThat(view(id).status()).isEqualTo("SENT"));
        for (int n = 0; n < 12; n++) {
            assertThat(SMTP.to("away" + n + "@h.example")).hasSize(1);
        }
    }

    @Test
    void neverSendsTwiceWithManyWorkers() throws InterruptedException {
        var addresses = IntStream.range(0, 100).mapToObj(n -> "many" + n + "@i.example").toList();
        addresses.forEach(this::queued);
        var threads =
                IntStream.range(0, 4)
                        .mapToObj(n -> Thread.ofVirtual().start(() -> rounds(worker())))
                        .toList();
        for (var thread : threads) {
            thread.join();
        }
        await().until(() -> rounds(worker()) && listed(MessageFilter.QUEUED).isEmpty());
        assertThat(addresses).allSatisfy(a -> assertThat(SMTP.to(a)).hasSize(1));
    }

    @Test
    void tellsNobodyWhoLeftMeanwhile() {
        var message = queued("left@j.example");
        jdbc.sql(
                        "update subscription set status = 'UNSUBSCRIBED', ended_at = now() where"
                                + " email = 'left@j.example'")
                .update();
        rounds(worker());
        assertThat(view(message).status()).isEqualTo("CANCELLED");
        assertThat(SMTP.to("left@j.example")).isEmpty();
    }

    @Test
    void finishesAndMarksTheMailInHandBeforeItStops() throws InterruptedException {
        var slow = queued("slow@k.example");
        var rest = queued("rest@k.example");
        var job = new DeliveryJob(desk, workers, oneWorker());
        job.start();
        SMTP.awaitSlow();
        assertThat(outcomes(slow)).containsExactly("SENDING");
        var stopping = Thread.ofVirtual().start(job::stop);
        SMTP.goOn();
        stopping.join();
        assertThat(view(slow).status()).isEqualTo("SENT");
        rounds(worker());
        assertThat(view(rest).status()).isEqualTo("SENT");
        assertThat(SMTP.to("slow@k.example")).hasSize(1);
        assertThat(SMTP.to("rest@k.example")).hasSize(1);
    }

    private static DeliverySettings oneWorker() {
        var second = Duration.ofSeconds(1);
        return new DeliverySettings(
                1,
                20,
                second.multipliedBy(9),
                second,
                second,
                9,
                1,
                second,
                second,
                second,
                second,
                3);
    }

    private DeliveryWorker worker() {
        return workers.worker(UUID.randomUUID().toString());
    }

    /** Until nothing is due. */
    private static boolean rounds(DeliveryWorker worker) {
        while (worker.round()) {
            // each round sends a batch
        }
        return true;
    }

    /** An alert of its own for a subscriber of its own. */
    private UUID queued(String email) {
        var subscription = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into subscription (id, email, locale, criteria, status, requested_at, confirmed_at)
                        values (:id, :email, 'EN', '{"is":"all","parts":[]}', 'ACTIVE', now(), now())\
                        """)
                .param("id", subscription)
                .param("email", email)
                .update();
        var alert = Samples.with("news").getFirst();
        transaction.executeWithoutResult(
                _ -> {
                    alerts.add(alert);
                    messages.queue(alert, List.of(subscription));
                    messages.queue(alert, List.of(subscription));
                });
        return jdbc.sql("select id from message where subscription_id = :id")
                .param("id", subscription)
                .query(UUID.class)
                .single();
    }

    /** The time of leases is the database's. */
    private void endLeases(String when) {
        jdbc.sql("update message set lease_until = " + when + " where lease_until is not null")
                .update();
    }

    private boolean leaseOutlives(UUID message, Duration span) {
        return jdbc.sql(
                        "select lease_until > now() + cast(:span as interval) from message where"
                                + " id = :id")
                .param("span", span.toString())
                .param("id", message)
                .query(Boolean.class)
                .single();
    }

    private MessageView view(UUID message) {
        return all(MessageFilter.ALL).stream()
                .filter(m -> m.id().equals(message))
                .findFirst()
                .orElseThrow();
    }

    private List<String> outcomes(UUID message) {
        return view(message).attempts().stream().map(MessageView.AttemptView::outcome).toList();
    }

    private List<UUID> listed(MessageFilter filter) {
        return all(filter).stream().map(MessageView::id).toList();
    }

    private List<MessageView> all(MessageFilter filter) {
        return log.list(filter, Instant.EPOCH, new UUID(0, 0), 1000);
    }
}
