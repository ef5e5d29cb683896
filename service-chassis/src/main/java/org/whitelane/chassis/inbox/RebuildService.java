package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.chassis.web.Problem;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The consumers for whoever runs the suite. */
final class RebuildService {

    private final TransactionTemplate transaction;
    private final List<InboxConsumer> consumers;
    private final Rebuilds rebuilds;
    private final Rebuilding rebuilding;
    private final Journal journal;

    RebuildService(
            TransactionTemplate transaction,
            List<InboxConsumer> consumers,
            Rebuilds rebuilds,
            Rebuilding rebuilding,
            Journal journal) {
        this.transaction = transaction;
        this.consumers = consumers;
        this.rebuilds = rebuilds;
        this.rebuilding = rebuilding;
        this.journal = journal;
    }

    List<ConsumerView> all() {
        return consumers.stream().map(this::view).toList();
    }

    /** While one is under way, asking again changes nothing. */
    ConsumerView rebuild(String name, String reason, String actor) {
        var consumer = find(name);
        if (!consumer.isProjection()) {
            throw Problem.conflict(
                    "not-a-projection",
                    "%s acts on the world; repeating it would act again.".formatted(name));
        }
        transaction.executeWithoutResult(_ -> begin(consumer, reason, actor));
        return view(consumer);
    }

    private void begin(InboxConsumer consumer, String reason, String actor) {
        rebuilds.lock(consumer.name());
        if (isUnderWay(consumer.name())) {
            return;
        }
        rebuilding.begin(consumer);
        journal.append(
                new InternalEvent(
                        "org.whitelane.chassis.projection-rebuild-begun.v1",
                        consumer.name(),
                        Map.of(
                                "consumer",
                                consumer.name(),
                                "topics",
                                ConsumerView.topics(consumer))),
                PrivatePart.by(actor).because(reason));
    }

    private boolean isUnderWay(String name) {
        return rebuilds.find(name).filter(r -> r.state() != RebuildState.DONE).isPresent();
    }

    private InboxConsumer find(String name) {
        return consumers.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The consumer"));
    }

    private ConsumerView view(InboxConsumer consumer) {
        var rebuild = rebuilds.find(consumer.name()).orElse(null);
        return ConsumerView.of(consumer, rebuild == null ? null : view(consumer, rebuild));
    }

    private ConsumerView.RebuildView view(InboxConsumer consumer, Rebuild rebuild) {
        return new ConsumerView.RebuildView(
                rebuild.generation(),
                rebuild.state(),
                rebuild.askedAt(),
                rebuild.doneAt(),
                rebuild.state() == RebuildState.READING ? progress(consumer, rebuild) : List.of());
    }

    private @Nullable List<RebuildProgress.Partition> progress(
            InboxConsumer consumer, Rebuild rebuild) {
        try {
            return rebuilding.progress(consumer, rebuild).partitions();
        } catch (ExecutionException | TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
