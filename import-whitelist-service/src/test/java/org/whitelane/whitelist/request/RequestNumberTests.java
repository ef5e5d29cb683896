package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Numbers are drawn by many at once, over connections of their own. */
class RequestNumberTests extends ServiceTestBase {

    private static final int WRITERS = 6;
    private static final int EACH = 30;

    @Autowired private Requests requests;
    @Autowired private TransactionTemplate transactions;

    @Test
    void givesEachNumberOnceAlsoInTheYearsFirstInstant() {
        var numbers =
                Race.run(
                                IntStream.range(0, WRITERS)
                                        .<Callable<List<String>>>mapToObj(_ -> this::drawSome)
                                        .toArray(RequestNumberTests::callables))
                        .stream()
                        .flatMap(List::stream)
                        .toList();

        assertThat(numbers)
                .hasSize(WRITERS * EACH)
                .doesNotHaveDuplicates()
                .allMatch(number -> number.matches("TJ-2022-1999-[0-9]{6}"));
        assertThat(numbers).contains("TJ-2022-1999-000001");
    }

    @Test
    void countsEachSchemeAndYearAlone() {
        assertThat(draw("TJ-2022", 1998)).isEqualTo("TJ-2022-1998-000001");
        assertThat(draw("BJ-2022", 1998)).isEqualTo("BJ-2022-1998-000001");
        assertThat(draw("TJ-2022", 1997)).isEqualTo("TJ-2022-1997-000001");
        assertThat(draw("TJ-2022", 1998)).isEqualTo("TJ-2022-1998-000002");
    }

    /** Whoever has drawn and not yet committed holds nobody up; what is rolled back is a gap. */
    @Test
    void makesNobodyWait() {
        draw("TJ-2022", 1996);
        var drawn = new CountDownLatch(1);
        var others = new CountDownLatch(1);

        var numbers =
                Race.<String>run(
                        () ->
                                transactions.execute(
                                        status -> {
                                            status.setRollbackOnly();
                                            var number = requests.nextNumber("TJ-2022", 1996);
                                            drawn.countDown();
                                            waitFor(others);
                                            return number;
                                        }),
                        () -> {
                            waitFor(drawn);
                            var number = draw("TJ-2022", 1996);
                            others.countDown();
                            return number;
                        });

        assertThat(numbers).containsExactly("TJ-2022-1996-000002", "TJ-2022-1996-000003");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> drawSome() {
        return IntStream.range(0, EACH).mapToObj(_ -> draw("TJ-2022", 1999)).toList();
    }

    private String draw(String scheme, int year) {
        return transactions.execute(_ -> requests.nextNumber(scheme, year));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Callable<List<String>>[] callables(int length) {
        return new Callable[length];
    }
}
