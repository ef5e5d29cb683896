package org.whitelane.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Of one figure, over all turns: what lies in the middle, and how far the turns lie apart. */
record Ratios(double median, double min, double max) {

    static Ratios of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Ratios(middle(sorted), sorted[0], sorted[sorted.length - 1]);
    }

    /** Turn by turn: two sums divided would let one slow turn decide. */
    static Ratios between(List<Double> ours, List<Double> limit) {
        if (ours.size() != limit.size()) {
            throw new IllegalArgumentException("each turn has both sides");
        }
        double[] ratios = new double[ours.size()];
        Arrays.setAll(ratios, i -> ours.get(i) / limit.get(i));
        return of(Arrays.stream(ratios).boxed().toList());
    }

    private static double middle(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", median, min, max);
    }
}
