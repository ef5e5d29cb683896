package org.whitelane.whitelist.scheme;

import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a new fact about a party does to the questions standing against a request or an entry. Pure.
 */
public sealed interface Doubts {

    /**
     * @param questions all of them, the new one last
     */
    record Raised(List<Question> questions, Question question) implements Doubts {}

    record Settled(List<Question> questions, long organisationVersion) implements Doubts {}

    record Unchanged() implements Doubts {}

    static Doubts after(List<Question> before, Eligibility eligibility, LocalDate today) {
        var open = before.stream().filter(Question::stands).findFirst();
        return switch (eligibility) {
            case Eligibility.NotKnownYet _ -> new Unchanged();
            case Eligibility.Eligible(var version) ->
                    open.isEmpty() ? new Unchanged() : new Settled(settled(before, today), version);
            case Eligibility.Ineligible(var findings, var version) -> {
                var reasons = findings.stream().map(Finding::detail).toList();
                if (open.filter(q -> q.reasons().equals(reasons)).isPresent()) {
                    yield new Unchanged();
                }
                var question = new Question(reasons, version, today, null);
                var all = new ArrayList<>(settled(before, today));
                all.add(question);
                yield new Raised(List.copyOf(all), question);
            }
        };
    }

    private static List<Question> settled(List<Question> questions, LocalDate today) {
        return questions.stream().map(q -> q.stands() ? q.settled(today) : q).toList();
    }
}
