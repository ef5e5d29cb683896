package org.whitelane.whitelist.receipt;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How long what customs holds in hand is good.
 *
 * @param life the longest that a receipt is good; the entry's last day comes first
 * @param statusLife how old a status list may be; until then an office without a line works on
 * @param statusTtl how long whoever has a line keeps one before they ask again
 * @param statusPeriod lists say the beginning of it as their time: every instance signs the same
 *     bytes for the same state, and caches stay good
 * @param listSize places in a status list; a multiple of 4
 */
@ConfigurationProperties("whitelane.receipt")
public final class ReceiptSettings {

    private final Duration life;
    private final Duration statusLife;
    private final Duration statusTtl;
    private final Duration statusPeriod;
    private final int listSize;

    ReceiptSettings(
            @DefaultValue("365d") Duration life,
            @DefaultValue("12h") Duration statusLife,
            @DefaultValue("5m") Duration statusTtl,
            @DefaultValue("1m") Duration statusPeriod,
            @DefaultValue("131072") int listSize) {
        if (statusPeriod.toSeconds() < 1 || statusLife.compareTo(statusTtl) < 0) {
            throw new IllegalArgumentException(
                    "whitelane.receipt.status-period should be a second or more, and"
                            + " status-life not shorter than status-ttl");
        }
        this.life = life;
        this.statusLife = statusLife;
        this.statusTtl = statusTtl;
        this.statusPeriod = statusPeriod;
        this.listSize = listSize;
    }

    Duration life() {
        return life;
    }

    Duration statusLife() {
        return statusLife;
    }

    public Duration statusTtl() {
        return statusTtl;
    }

    Duration statusPeriod() {
        return statusPeriod;
    }

    int listSize() {
        return listSize;
    }
}
