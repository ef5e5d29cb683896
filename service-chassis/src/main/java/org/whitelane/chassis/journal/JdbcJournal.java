package org.whitelane.chassis.journal;

import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.whitelane.chassis.observability.Traces;
import org.whitelane.events.Chain;
import org.whitelane.events.Correction;
import org.whitelane.events.Correction.Supersedes;
import org.whitelane.events.EventAttributes;
import org.whitelane.events.EventCodec;
import org.whitelane.events.EventPayload;
import org.whitelane.events.EventTypes;
import org.whitelane.events.UuidV7;

import tools.jackson.databind.json.JsonMapper;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** One statement per event, on the caller's connection. */
final class JdbcJournal implements Journal {

    /** Below the broker's default limit of 1 MiB with room for the headers. */
    static final int MAX_BYTES = 900 * 1024;

    private static final String APPEND =
            """
            with counted as (
                insert into journal_aggregate as a (stream, subject, version)
                select :stream, :subject, 1
                where not exists (select from journal_stopped where stream = :stream and behind)
                on conflict (stream, subject) do update set version = a.version + 1
                returning version),
            entry as (
                insert into journal_entry (event_id, stream, type, source, subject, time, dataschema, contenttype,
                    aggregate_version, correlationid, causationid, traceparent, value, private_digest)
                select :id, :stream, :type, :source, :subject, :time, :dataSchema, :contentType,
                    version, :correlationId, :causationId, :traceparent, :value, :digest
                from counted
                returning id),
            private as (
                insert into journal_private (entry_id, actor, salt, body) select id, :actor, :salt, :body from entry)
            insert into journal_pending (entry_id, stream) select id, :stream from entry
            """;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Statements statements;
    private final Clock clock;
    private final WakeUp wakeUp;
    private final String service;

    JdbcJournal(JdbcClient jdbc, Clock clock, WakeUp wakeUp, String service) {
        this.jdbc = jdbc;
        this.statements = new Statements(jdbc);
        this.clock = clock;
        this.wakeUp = wakeUp;
        this.service = service;
    }

    @Override
    public void append(EventPayload event, PrivatePart privatePart) {
        var topic = EventTypes.topicOf(event.getClass());
        if (!topic.context().equals(service)) {
            throw new IllegalArgumentException(
                    "%s is published by %s, not by %s"
                            .formatted(topic.topicName(), topic.context(), service));
        }
        var type = EventTypes.typeOf(event.getClass());
        var dataSchema = EventTypes.dataSchemaOf(event.getClass());
        var draft = new Draft(topic.topicName(), type, event.subject(), dataSchema);
        var id = append(draft, EventCodec.encode(event), privatePart);
        if (event instanceof Correction correction && correction.supersedes() != null) {
            statements.supersede(correction.supersedes(), id);
        }
    }

    @Override
    public Optional<Supersedes> lastStatement(
            String subject, List<Class<? extends EventPayload>> types) {
        var topic = EventTypes.topicOf(types.getFirst());
        return statements.last(
                topic.topicName(), subject, types.stream().map(EventTypes::typeOf).toList());
    }

    @Override
    public void append(InternalEvent event, PrivatePart privatePart) {
        var dataSchema = "https://whitelane.org/schema/" + service + "/internal";
        var draft = new Draft(internalStream(service), event.type(), event.subject(), dataSchema);
        append(draft, MAPPER.writeValueAsBytes(event.data()), privatePart);
    }

    /** The stream of what publishes nothing. */
    static String internalStream(String service) {
        return service + ".internal";
    }

    /** The event's id. */
    private String append(Draft draft, byte[] value, PrivatePart privatePart) {
        requireTransaction();
        if (value.length > MAX_BYTES) {
            throw new EventTooLarge(draft.type, value.length, MAX_BYTES);
        }
        var salt = new byte[32];
        RANDOM.nextBytes(salt);
        var body = MAPPER.writeValueAsBytes(privatePart);
        var id = insert(draft, value, privatePart.actor(), salt, body);
        TransactionSynchronizationManager.registerSynchronization(new WakeAfterCommit(wakeUp));
        return id;
    }

    private String insert(Draft draft, byte[] value, String actor, byte[] salt, byte[] body) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var id = UuidV7.at(now).toString();
        int rows =
                jdbc.sql(APPEND)
                        .param("stream", draft.stream)
                        .param("subject", draft.subject)
                        .param("id", id)
                        .param("type", draft.type)
                        .param("source", "/whitelane/" + service)
                        .param("time", now.toString())
                        .param("dataSchema", draft.dataSchema)
                        .param("contentType", EventAttributes.JSON)
                        .param("correlationId", MDC.get("correlationId"))
                        .param("causationId", MDC.get("causationId"))
                        .param("traceparent", Traces.current())
                        .param("value", value)
                        .param("digest", Chain.privateDigest(salt, body))
                        .param("actor", actor)
                        .param("salt", salt)
                        .param("body", body)
                        .update();
        if (rows == 0) {
            throw new JournalBehind(draft.stream);
        }
        return id;
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalTransactionStateException(
                    "the journal is written in the transaction of the state it records, and there"
                            + " is none");
        }
    }

    private record Draft(String stream, String type, String subject, String dataSchema) {}

    private record WakeAfterCommit(WakeUp wakeUp) implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            wakeUp.signal();
        }
    }
}
