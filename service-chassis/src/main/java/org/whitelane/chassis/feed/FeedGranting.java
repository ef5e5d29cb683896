package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.feed.Grant.State;
import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Operators grant, suspend and revoke; each act is an entry of the internal stream. */
final class FeedGranting {

    private static final String TYPE = "org.whitelane.chassis.feed-reader-%s.v1";

    private final Grants grants;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FeedGranting(Grants grants, Journal journal, TransactionTemplate transaction, Clock clock) {
        this.grants = grants;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    sealed interface Outcome {

        record Done(Grant grant) implements Outcome {}

        record NotThere() implements Outcome {}

        /**
         * @param current 0 where there is none
         */
        record OtherVersion(long current) implements Outcome {}

        /** It is in that state already, or was revoked. */
        record NotOpen(State state) implements Outcome {}
    }

    /**
     * @param actor opaque id of who does it
     */
    record Act(String actor, @Nullable String reason, LongPredicate expected) {}

    /** Anew, with other types, or again after it had ended. */
    Outcome grant(String stream, FeedReader reader, TypeFilter types, Act act) {
        return transaction.execute(
                _ -> {
                    var known = grants.lock(stream, reader).orElse(null);
                    if (known == null && !act.expected().test(0)) {
                        return new Outcome.OtherVersion(0);
                    }
                    if (known == null && grants.add(stream, reader, types, clock.instant())) {
                        return done(null, stream, reader, act, "granted");
                    }
                    // there was one, or somebody was quicker
                    var before = grants.lock(stream, reader).orElseThrow();
                    if (!act.expected().test(before.version())) {
                        return new Outcome.OtherVersion(before.version());
                    }
                    var since = before.isOpen() ? before.since() : clock.instant();
                    grants.change(before, types, State.GRANTED, null, since);
                    return done(before, stream, reader, act, "granted");
                });
    }

    /** Until it is granted again. */
    Outcome end(String stream, FeedReader reader, State to, Act act) {
        return transaction.execute(
                _ -> {
                    var known = grants.lock(stream, reader).orElse(null);
                    if (known == null) {
                        return new Outcome.NotThere();
                    }
                    if (!act.expected().test(known.version())) {
                        return new Outcome.OtherVersion(known.version());
                    }
                    if (known.state() == to || known.state() == State.REVOKED) {
                        return new Outcome.NotOpen(known.state());
                    }
                    grants.change(known, known.types(), to, act.reason(), clock.instant());
                    var what = to == State.SUSPENDED ? "suspended" : "revoked";
                    return done(known, stream, reader, act, what);
                });
    }

    /** What the deployment says, where nobody has said anything yet. */
    void grantFirst(String stream, FeedReader reader, TypeFilter types) {
        transaction.executeWithoutResult(
                _ -> {
                    if (grants.add(stream, reader, types, clock.instant())) {
                        done(
                                null,
                                stream,
                                reader,
                                new Act("deployment", null, _ -> true),
                                "granted");
                    }
                });
    }

    Optional<Grant> find(String stream, FeedReader reader) {
        return grants.find(stream, reader);
    }

    private Outcome done(
            @Nullable Grant before, String stream, FeedReader reader, Act act, String what) {
        var after = grants.find(stream, reader).orElseThrow();
        journal.append(
                new InternalEvent(
                        TYPE.formatted(what),
                        reader.subject(),
                        Map.of(
                                "stream", stream,
                                "issuer", reader.issuer(),
                                "subject", reader.subject(),
                                "types", after.types().patterns(),
                                "version", after.version())),
                PrivatePart.by(act.actor())
                        .because(act.reason())
                        .change(before == null ? null : GrantView.of(before), GrantView.of(after)));
        return new Outcome.Done(after);
    }
}
