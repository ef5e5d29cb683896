package org.whitelane.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;

/**
 * One client asks for seven times its share and more, of everything; another, beside it, asks for
 * less than its own and gets all of it. Counted, not timed: what a share is worth is what the door
 * itself has told each of them.
 */
@Tag("slow")
@Order(4)
class FairnessIT {

    private static final int GREED = 7;

    private static final int QUOTA = 600;

    /** So long that next to nothing flows back, however slow the machine is. */
    static final Map<String, String> LIMITS =
            Map.of(
                    "WHITELANE_GATEWAY_LIMITS_CLIENT_QUOTA",
                    Integer.toString(QUOTA),
                    "WHITELANE_GATEWAY_LIMITS_CLIENT_WINDOW",
                    "1h");

    @Test
    void whoAsksTooMuchIsRefusedAndNobodyElse() throws Exception {
        var suite = SharedSuite.get().suite();
        var greedy = new Asker(suite, "enterprise-a");
        var modest = new Asker(suite, "enterprise-b");
        long begin = System.nanoTime();
        int greedyShare = greedy.left();
        int modestShare = modest.left();
        assertThat(List.of(greedyShare, modestShare))
                .as("what the story has left over")
                .allMatch(left -> left > QUOTA / 3);
        var answers = sideBySide(greedy, greedyShare, modest, modestShare);

        double flowedBack = QUOTA * (System.nanoTime() - begin) / 1e9 / 3600;
        System.out.println(answers);
        assertThat(answers.modest())
                .hasSizeGreaterThan(modestShare / 2)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 201));
        assertThat(modest.drafts()).containsAll(made(answers.modest()));
        assertThat(answers.greedy())
                .hasSizeGreaterThanOrEqualTo(GREED * greedyShare)
                .extracting(HttpResponse::statusCode)
                .containsOnly(200, 429);
        assertThat(of(answers.greedy(), 200).size())
                .isBetween(greedyShare, greedyShare + (int) Math.ceil(flowedBack));
        assertThat(of(answers.greedy(), 429)).allSatisfy(FairnessIT::saysWhen);
    }

    private static List<String> made(List<HttpResponse<String>> answers) {
        var ids =
                of(answers, 201).stream()
                        .map(answer -> Suite.JSON.readTree(answer.body()).path("id").asString())
                        .toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
        return ids;
    }

    private record Answers(List<HttpResponse<String>> greedy, List<HttpResponse<String>> modest) {

        @Override
        public String toString() {
            return "greedy: %d asked, %d answered, %d refused; modest: %d asked, %d refused"
                    .formatted(
                            greedy.size(),
                            of(greedy, 200).size(),
                            of(greedy, 429).size(),
                            modest.size(),
                            of(modest, 429).size());
        }
    }

    /** The greedy one goes on as long as the modest one has not got all. */
    private static Answers sideBySide(Asker greedy, int greedyShare, Asker modest, int modestShare)
            throws Exception {
        var refused = new CountDownLatch(1);
        var enough = new AtomicBoolean();
        IntPredicate insatiable = n -> n < GREED * greedyShare || !enough.get();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var greed = threads.submit(() -> greedy.ask(insatiable, refused));
            try {
                var modesty = besideTheGreedyOne(modest, modestShare, refused);
                enough.set(true);
                return new Answers(greed.get(), modesty);
            } finally {
                enough.set(true);
            }
        }
    }

    /** A part before anybody is refused, and most of it while the other is being refused. */
    private static List<HttpResponse<String>> besideTheGreedyOne(
            Asker modest, int share, CountDownLatch refused) throws Exception {
        int calls = share * 3 / 5;
        var answers = new ArrayList<HttpResponse<String>>();
        for (int i = 0; i < calls; i++) {
            if (i == calls / 5 && !refused.await(5, TimeUnit.MINUTES)) {
                throw new AssertionError("the greedy one is never refused");
            }
            answers.add(i % 10 == 0 ? modest.draft(i) : modest.list(i));
        }
        return answers;
    }

    private static void saysWhen(HttpResponse<String> refusal) {
        var wait = refusal.headers().firstValue("Retry-After").orElse("");
        assertThat(wait).matches("[1-9]\\d*");
        assertThat(refusal.headers().firstValue("RateLimit")).hasValue("\"client\";r=0;t=" + wait);
        assertThat(Suite.JSON.readTree(refusal.body()).path("code").asString())
                .isEqualTo("rate-limit-exceeded");
    }

    private static List<HttpResponse<String>> of(List<HttpResponse<String>> answers, int status) {
        return answers.stream().filter(answer -> answer.statusCode() == status).toList();
    }
}
