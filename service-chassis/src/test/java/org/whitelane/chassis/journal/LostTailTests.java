package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.whitelane.chassis.journal.LostTail.Verdict;
import org.whitelane.events.Chain;
import org.whitelane.events.EventAttributes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Whether a topic's end continues a journal: every way in which it may not. */
class LostTailTests {

    private static final String STREAM = "whitelane.registry.organisation.v1";
    private static final long HEAD = 5;

    private final Head head = new Head("incarnation-1", HEAD, Chain.genesis(STREAM, "here"));
    private final List<Arrived> whole = chain(head.hash(), 6);

    @Test
    void takesWhatContinuesTheChainInWhateverOrderItArrives() {
        var arrived = new ArrayList<>(whole);
        arrived.addAll(whole); // sent again
        arrived.add(at(3, "0".repeat(64), "long known"));
        Collections.shuffle(arrived, new Random(20260102));

        assertThat(verdict(arrived))
                .isInstanceOfSatisfying(
                        Verdict.Continues.class,
                        continues -> {
                            assertThat(continues.leaves().keySet())
                                    .containsExactly(6L, 7L, 8L, 9L, 10L, 11L);
                            assertThat(whole).allMatch(continues::holds);
                            assertThat(continues.holds(at(7, whole.get(1).chainHash(), "other")))
                                    .isFalse();
                        });
        assertThat(verdict(List.of())).isInstanceOf(Verdict.Nothing.class);
        assertThat(verdict(List.of(at(5, "0".repeat(64), "known"))))
                .isInstanceOf(Verdict.Nothing.class);
    }

    @Test
    void namesTheFirstPositionThatWasAltered() {
        var altered = new ArrayList<>(whole);
        altered.set(2, at(8, whole.get(2).chainHash(), "forged"));
        assertBroken(altered, 8, "altered");

        var digest = new ArrayList<>(whole);
        var it = whole.get(3);
        digest.set(
                3, new Arrived(9, it.chainHash(), it.attributes(), null, it.value(), new byte[32]));
        assertBroken(digest, 9, "altered");
    }

    @Test
    void namesTheFirstPositionThatIsMissing() {
        var gap = new ArrayList<>(whole);
        gap.remove(4);
        assertBroken(gap, 10, "no event");
        gap.remove(0);
        assertBroken(gap, 6, "no event");
    }

    @Test
    void refusesAnotherIncarnationAndAJournalThatWentOnByItself() {
        assertBroken(chain(Chain.genesis(STREAM, "elsewhere"), 3), 6, "incarnation-1");
    }

    @Test
    void ignoresAStrangersRecordAtAPlaceThatIsTaken() {
        var more = new ArrayList<>(whole);
        more.add(0, at(7, "0".repeat(64), "stranger"));
        assertThat(verdict(more)).isInstanceOf(Verdict.Continues.class);

        more.add(at(40, "0".repeat(64), "stranger"));
        assertBroken(more, 12, "no event");
    }

    @Test
    void refusesTwoThatBothFit() {
        var more = new ArrayList<>(whole);
        more.add(link(whole.get(4).chainHash(), 11, "twin"));
        assertBroken(more, 11, "two events");
    }

    private void assertBroken(List<Arrived> arrived, long position, String why) {
        assertThat(verdict(arrived))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> {
                            assertThat(broken.position()).isEqualTo(position);
                            assertThat(broken.why()).contains(why);
                        });
    }

    private Verdict verdict(List<Arrived> arrived) {
        var tail = new LostTail(head);
        arrived.forEach(tail::add);
        return tail.verdict();
    }

    private static List<Arrived> chain(byte[] from, int length) {
        var chain = new ArrayList<Arrived>();
        var previous = Chain.hex(from);
        for (int i = 1; i <= length; i++) {
            var next = link(previous, HEAD + i, "event " + i);
            previous = next.chainHash();
            chain.add(next);
        }
        return chain;
    }

    private static Arrived link(String previous, long position, String value) {
        var leaf = at(position, "", value).leaf();
        var hash = Chain.next(HexFormat.of().parseHex(previous), position, leaf);
        return at(position, Chain.hex(hash), value);
    }

    private static Arrived at(long position, String chainHash, String value) {
        var attributes =
                new EventAttributes(
                        "id-" + position,
                        "type",
                        "/source",
                        "subject",
                        "2026-01-02T03:04:05Z",
                        "schema",
                        EventAttributes.JSON,
                        position,
                        null,
                        "cause");
        var digest = Chain.privateDigest(new byte[32], value.getBytes(UTF_8));
        return new Arrived(position, chainHash, attributes, null, value.getBytes(UTF_8), digest);
    }
}
