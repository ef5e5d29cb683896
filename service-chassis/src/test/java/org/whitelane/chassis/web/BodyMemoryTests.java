package org.whitelane.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

import java.time.Duration;
import java.util.Arrays;

class BodyMemoryTests {

    private static final int LARGE = 512 * 1024;

    /** Each half has room for two and a half large bodies. */
    private final BodyMemory memory = new BodyMemory(LARGE * BodyMemory.COPIES * 5L, Duration.ZERO);

    @Test
    void refusesTheBodyThatDoesNotFitAnyMoreAndTakesItWhenThereIsRoom() {
        try (var first = memory.share();
                var second = memory.share()) {
            assertThat(RawBody.of(request(first, LARGE))).hasSize(LARGE);
            assertThat(RawBody.of(request(second, LARGE))).hasSize(LARGE);
            try (var third = memory.share()) {
                assertThatThrownBy(() -> RawBody.of(request(third, LARGE)))
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.code()).isEqualTo("overloaded"));
            }
            try (var small = memory.share()) {
                assertThat(RawBody.of(request(small, 1000))).hasSize(1000);
            }
        }
        assertThat(memory.taken()).isZero();
        try (var later = memory.share()) {
            assertThat(RawBody.of(request(later, LARGE))).hasSize(LARGE);
            assertThat(memory.taken()).isGreaterThanOrEqualTo((long) LARGE * BodyMemory.COPIES);
        }
    }

    @Test
    void aBodyThatHasBarelyBegunHoldsLittleAndOneThatGoesOnItsWholeRoom() {
        try (var begun = memory.share();
                var goesOn = memory.share()) {
            BodyMemory.take(request(begun, LARGE), 1000);
            long little = memory.taken();
            assertThat(little).isLessThan(BodyMemory.SMALL);

            BodyMemory.take(request(goesOn, LARGE), BodyMemory.SMALL + 1);
            assertThat(memory.taken() - little)
                    .isGreaterThanOrEqualTo((long) LARGE * BodyMemory.COPIES);
        }
        assertThat(memory.taken()).isZero();
    }

    @Test
    void theLargestBodyFitsIntoTheSmallestMemory() {
        var tiny = new BodyMemory(1, Duration.ZERO);
        try (var only = tiny.share()) {
            assertThat(RawBody.of(request(only, RawBody.LIMIT))).hasSize(RawBody.LIMIT);
        }
        assertThat(tiny.taken()).isZero();
    }

    @Test
    void whatIsTooLargeIsRefusedAsThatAndGivesBackWhatItHeld() {
        try (var share = memory.share()) {
            assertThatThrownBy(() -> RawBody.of(request(share, RawBody.LIMIT + 1)))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code()).isEqualTo("body-too-large"));
        }
        assertThat(memory.taken()).isZero();
    }

    @Test
    void aBodyOfNothingButValuesIsRefused() {
        var lists = ("{\"a\":[" + "[],".repeat(20_000) + "[]]}").getBytes();

        assertThatThrownBy(() -> JsonTree.read(lists, new Faults()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo("malformed-json"));
    }

    private static MockHttpServletRequest request(BodyMemory.Share share, int size) {
        var request = new MockHttpServletRequest();
        var body = new byte[size];
        Arrays.fill(body, (byte) ' ');
        request.setContent(body);
        share.attachTo(request);
        return request;
    }
}
