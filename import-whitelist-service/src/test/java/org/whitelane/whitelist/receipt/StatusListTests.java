package org.whitelane.whitelist.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.receipt.StatusList.Status;

import java.util.HexFormat;
import java.util.Random;

class StatusListTests {

    /** The draft's own example of two bits (§4.1), without its value 3, which is not ours. */
    @Test
    void laysItsBitsAsTheDraftSays() {
        var list = new StatusList(12);
        int[] statuses = {1, 2, 0, 0, 0, 1, 0, 1, 1, 2, 0, 0};
        for (var i = 0; i < statuses.length; i++) {
            list.set(i, Status.values()[statuses[i]]);
        }
        assertThat(HexFormat.of().formatHex(OfflineVerifier.inflated(list.compressed())))
                .isEqualTo("094409");
    }

    /** A whole list with nothing in it, and one with a hundred suspensions, stay small. */
    @Test
    void isShort() {
        assertThat(new StatusList(131_072).compressed()).hasSizeLessThan(100);
        var random = new Random(7);
        var used = new StatusList(131_072);
        for (var i = 0; i < 100; i++) {
            used.set(random.nextInt(131_072), Status.INVALID);
        }
        assertThat(used.compressed()).hasSizeLessThan(600);
    }
}
