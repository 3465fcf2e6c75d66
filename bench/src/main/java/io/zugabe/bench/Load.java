package io.zugabe.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What every call is measured by: the peak of a closed loop, then latencies of an open loop well below it.
 *
 * @param perSecond median of the runs
 * @param p50Micros median latency at 40 % of the peak
 * @param p99Micros 99th percentile of the same
 */
public record Load(double perSecond, double p50Micros, double p99Micros) {

    private static final int IN_FLIGHT = 32;
    private static final int RUNS = 5;
    private static final double SHARE_OF_PEAK = 0.4;
    private static final double NANOS_PER_MICRO = TimeUnit.MICROSECONDS.toNanos(1);

    /**
     * Measures a call.
     *
     * @param run length of each of the five runs for the peak; warm-up is as long, the run for
     *     latencies twice as long
     */
    static Load measure(String name, Call call, Duration run) throws InterruptedException {
        Bench.say(
                "%s: closed loop, %d in flight: %d s to warm up, %d runs of %d s",
                name, IN_FLIGHT, run.toSeconds(), RUNS, run.toSeconds());
        List<Double> rates = ClosedLoop.callsPerSecond(call, IN_FLIGHT, run, run, RUNS);
        double peak = median(rates);
        Bench.say(
                "%s: %,.0f calls/s (lowest %,.0f, highest %,.0f)",
                name,
                peak,
                rates.stream().mapToDouble(r -> r).min().orElseThrow(),
                rates.stream().mapToDouble(r -> r).max().orElseThrow());
        double rate = peak * SHARE_OF_PEAK;
        Bench.say("%s: open loop at %,.0f calls/s", name, rate);
        return atRate(name, peak, OpenLoop.latencies(call, rate, run, run.multipliedBy(2)));
    }

    private static Load atRate(String name, double peak, Histogram latencies) {
        double p50 = latencies.getValueAtPercentile(50) / NANOS_PER_MICRO;
        double p99 = latencies.getValueAtPercentile(99) / NANOS_PER_MICRO;
        Bench.say(
                "%s: p50 %.0f µs, p99 %.0f µs, p99.9 %.0f µs, longest %.0f µs of %,d calls",
                name,
                p50,
                p99,
                latencies.getValueAtPercentile(99.9) / NANOS_PER_MICRO,
                latencies.getMaxValue() / NANOS_PER_MICRO,
                latencies.getTotalCount());
        return new Load(peak, p50, p99);
    }

    /** The middle one; of an even number, the mean of the two in the middle. */
    public static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
