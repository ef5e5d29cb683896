package org.whitelane.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnore;

import org.HdrHistogram.Histogram;

import java.util.Map;

/**
 * One side's turn.
 *
 * @param cpuMillis of the side's process, per event
 * @param allCpuMillis per event, of that process, the broker and PostgreSQL together
 * @param early events that the consumer had before the sender knew of its own commit; counted as 0
 */
record Turn(
        @JsonIgnore Histogram micros,
        double p50,
        double p95,
        double p99,
        double cpuMillis,
        double allCpuMillis,
        long early) {

    static Turn of(
            Map<String, Long> facts, Map<String, Long> sights, long cpuMillis, long allCpuMillis) {
        var micros = new Histogram(3);
        long early = 0;
        for (var fact : facts.entrySet()) {
            Long sight = sights.get(fact.getKey());
            if (sight == null) {
                throw new IllegalArgumentException(fact.getKey() + " did not arrive");
            }
            long took = sight - fact.getValue();
            early += took < 0 ? 1 : 0;
            micros.recordValue(Math.max(0, took / 1000));
        }
        int events = facts.size();
        return new Turn(
                micros,
                at(micros, 50),
                at(micros, 95),
                at(micros, 99),
                (double) cpuMillis / events,
                (double) allCpuMillis / events,
                early);
    }

    /** Milliseconds. */
    static double at(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }
}
