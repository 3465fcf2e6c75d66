package io.zugabe.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Times calls that are made in turn, one at a time over one connection, so that all of them meet the same
 * moments of the machine and each waits for itself only.
 */
public final class Latency {

    private static final int ROUNDS = 5;
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;

    private Latency() {}

    /**
     * What five rounds gave for one of the calls.
     *
     * @param p50Millis median of the rounds' medians
     * @param p99Millis median of the rounds' 99th percentiles
     * @param p99s the 99th percentile of each round, in milliseconds
     */
    public record Rounds(double p50Millis, double p99Millis, List<Double> p99s, long calls) {

        /** How much slower this one is at the 99th percentile than another: the median of the rounds' ratios. */
        public double p99Over(Rounds other) {
            return Load.median(IntStream.range(0, p99s.size())
                    .mapToObj(round -> p99s.get(round) / other.p99s().get(round))
                    .toList());
        }
    }

    /**
     * Times the calls, in their order, again and again.
     *
     * @param round length of each of the five rounds; warm-up takes two more
     */
    public static List<Rounds> ofInTurn(Duration round, List<? extends Runnable> calls) {
        inTurn(round.multipliedBy(2), calls);
        List<List<Histogram>> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(inTurn(round, calls));
        }
        return IntStream.range(0, calls.size())
                .mapToObj(call ->
                        summary(rounds.stream().map(each -> each.get(call)).toList()))
                .toList();
    }

    private static List<Histogram> inTurn(Duration duration, List<? extends Runnable> calls) {
        List<Histogram> latencies = new ArrayList<>();
        calls.forEach(_ -> latencies.add(new Histogram(SIGNIFICANT_DIGITS)));
        long end = System.nanoTime() + duration.toNanos();
        long now = System.nanoTime();
        while (now < end) {
            for (int i = 0; i < calls.size(); i++) {
                long began = System.nanoTime();
                calls.get(i).run();
                now = System.nanoTime();
                latencies.get(i).recordValue(now - began);
            }
        }
        return latencies;
    }

    private static Rounds summary(List<Histogram> rounds) {
        List<Double> p99s = rounds.stream()
                .map(round -> round.getValueAtPercentile(99) / NANOS_PER_MILLI)
                .toList();
        List<Double> p50s = rounds.stream()
                .map(round -> round.getValueAtPercentile(50) / NANOS_PER_MILLI)
                .toList();
        return new Rounds(
                Load.median(p50s),
                Load.median(p99s),
                p99s,
                rounds.stream().mapToLong(Histogram::getTotalCount).sum());
    }
}
