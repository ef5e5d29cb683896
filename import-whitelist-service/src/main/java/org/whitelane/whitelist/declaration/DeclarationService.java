package org.whitelane.whitelist.declaration;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.whitelist.core.MoveRefused;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.declaration.DeclarationOutcome.Done;
import org.whitelane.whitelist.declaration.DeclarationOutcome.Not;
import org.whitelane.whitelist.declaration.DeclarationOutcome.OtherVersion;

import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;

/**
 * Load, decide, move the quota, save, tell. The entry is locked before the declaration, so a
 * declaration is read without a lock and saved only if nobody was faster; then it is decided again
 * on what is there by now.
 */
@Service
public class DeclarationService {

    /** Each turn lost means that somebody else moved the same declaration meanwhile. */
    private static final int TURNS = 5;

    private final Declarations declarations;
    private final DeclarationRoom room;
    private final QuotaMoves quota;

    /** A savepoint where a key's transaction is there: a lost turn takes back only itself. */
    private final TransactionTemplate turn;

    private final ApplicationEventPublisher changes;

    DeclarationService(
            Declarations declarations,
            DeclarationRoom room,
            QuotaMoves quota,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher changes) {
        this.declarations = declarations;
        this.room = room;
        this.quota = quota;
        this.turn = new TransactionTemplate(transactions);
        this.turn.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.changes = changes;
    }

    /**
     * @param expected the versions that the caller acts on
     */
    public DeclarationOutcome decide(
            UUID id, DeclarationCommand command, Officer officer, LongPredicate expected) {
        for (var tried = 0; tried < TURNS; tried++) {
            var outcome =
                    turn.execute(
                            transaction ->
                                    attempt(id, command, officer, expected, transaction)
                                            .or(
                                                    () -> {
                                                        transaction.setRollbackOnly();
                                                        return Optional.empty();
                                                    }));
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new Not(
                Refused.conflict(
                        "busy", "Others change declaration %s all the time.".formatted(id)));
    }

    /** Of the entry that has ended: its lock is held. */
    void drop(ImportDeclaration declaration, String reason, Officer by) {
        var command = new DeclarationCommand.Drop(reason);
        var context = room.context(declaration, command.action());
        if (DeclarationDecider.decide(declaration, command, context)
                instanceof Decision.Go decision) {
            quota.move(decision, declaration, context, by);
            save(declaration, decision, context, by);
        }
    }

    /** Empty when somebody was faster. */
    private Optional<DeclarationOutcome> attempt(
            UUID id,
            DeclarationCommand command,
            Officer officer,
            LongPredicate expected,
            TransactionStatus transaction) {
        var found = declarations.find(id);
        if (found.isEmpty()) {
            return Optional.of(new Not(Refused.notFound("Declaration " + id)));
        }
        var declaration = found.get();
        var context = room.context(declaration, command.action());
        var objection =
                DeclarationDecider.objection(declaration, command.action(), officer, context);
        if (objection.isPresent()) {
            return Optional.of(new Not(objection.get()));
        }
        if (!expected.test(declaration.version())) {
            return Optional.of(new OtherVersion(declaration.version()));
        }
        return switch (DeclarationDecider.decide(declaration, command, context)) {
            case Decision.No(var refused) -> {
                if (refused.kind() == Refused.Kind.ILLEGAL_MOVE) {
                    changes.publishEvent(refused(declaration, command.action(), officer));
                }
                yield Optional.of(new Not(refused));
            }
            case Decision.Go go -> {
                var refused =
                        lineTaken(go, declaration)
                                .or(() -> quota.move(go, declaration, context, officer));
                if (refused.isPresent()) {
                    transaction.setRollbackOnly();
                    yield Optional.of(new Not(refused.get()));
                }
                yield save(declaration, go, context, officer).map(Done::new);
            }
        };
    }

    private static MoveRefused refused(
            ImportDeclaration declaration, DeclarationAction action, Officer officer) {
        return new MoveRefused(
                "declaration",
                declaration.id().toString(),
                declaration.status().name(),
                action.code(),
                DeclarationMoves.from(declaration.status()),
                officer);
    }

    private Optional<Refused> lineTaken(Decision.Go decision, ImportDeclaration declaration) {
        var papers = decision.after().papers();
        return decision.action() == DeclarationAction.DECLARE
                        && papers != null
                        && declarations.holdsLine(papers.number(), declaration.entry())
                ? Optional.of(
                        Refused.conflict(
                                "declaration-number-used",
                                "Customs declaration %s has a line for this entry already."
                                        .formatted(papers.number())))
                : Optional.empty();
    }

    private Optional<ImportDeclaration> save(
            ImportDeclaration before,
            Decision.Go decision,
            DeclarationContext context,
            Officer by) {
        var saved = decision.after().saved();
        if (!declarations.save(saved, before.version())) {
            return Optional.empty();
        }
        changes.publishEvent(
                new DeclarationChanged(
                        before,
                        saved,
                        decision.action(),
                        context.entry().number(),
                        context.today(),
                        by));
        return Optional.of(saved);
    }
}
