package io.zugabe.bench;

import io.zugabe.bench.baskets.BasketsBench;
import io.zugabe.bench.decide.DecideBench;
import io.zugabe.bench.fit.FitBench;
import io.zugabe.bench.freshness.FreshnessBench;
import io.zugabe.bench.ingest.IngestBench;
import io.zugabe.bench.lensfun.LensfunBench;
import io.zugabe.bench.peeking.PeekingBench;
import io.zugabe.bench.profile.ProfileBench;
import io.zugabe.bench.sessions.SessionsBench;
import io.zugabe.bench.shop.ShopBench;
import io.zugabe.bench.stats.StatsBench;
import io.zugabe.bench.types.TypesBench;
import io.zugabe.bench.uplift.UpliftBench;
import io.zugabe.bench.value.ValueBench;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command line: {@code Bench NAME [--option value]…}. */
public final class Bench {

    /** A benchmark: gives its figures as one JSON object. */
    interface Benchmark {
        String run(Options options) throws Exception;
    }

    private static final Map<String, Benchmark> BENCHMARKS = new TreeMap<>(Map.ofEntries(
            Map.entry("baskets", BasketsBench::run),
            Map.entry("decide", DecideBench::run),
            Map.entry("noop", NoopBench::run),
            Map.entry("fit", FitBench::run),
            Map.entry("fit-lensfun", LensfunBench::run),
            Map.entry("freshness", FreshnessBench::run),
            Map.entry("ingest", IngestBench::run),
            Map.entry("peeking", PeekingBench::run),
            Map.entry("profile", ProfileBench::run),
            Map.entry("sessions", SessionsBench::run),
            Map.entry("shop", ShopBench::run),
            Map.entry("stats", StatsBench::run),
            Map.entry("types", TypesBench::run),
            Map.entry("uplift", UpliftBench::run),
            Map.entry("value", ValueBench::run)));

    private Bench() {}

    public static void main(String[] arguments) {
        Benchmark benchmark = arguments.length == 0 ? null : BENCHMARKS.get(arguments[0]);
        if (benchmark == null) {
            System.err.println("Benchmarks: " + String.join(", ", BENCHMARKS.keySet()));
            System.exit(2);
            return;
        }
        System.exit(run(benchmark, Arrays.asList(arguments).subList(1, arguments.length)));
    }

    private static void warnIfBusy() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        double load = machine.getSystemLoadAverage();
        if (load > machine.getAvailableProcessors() / 2.0) {
            say(
                    "This machine is busy (load %.1f on %d processors): the figures will be too low.",
                    load, machine.getAvailableProcessors());
        }
    }

    private static int run(Benchmark benchmark, List<String> arguments) {
        try {
            warnIfBusy();
            System.out.println(benchmark.run(Options.parse(arguments)));
            return 0;
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            return 2;
        } catch (Exception failure) {
            System.err.println("The benchmark failed: " + failure);
            failure.printStackTrace();
            return 1;
        }
    }

    /** Tells a person what is happening. */
    public static void say(String format, Object... values) {
        System.err.printf(format + "%n", values);
    }
}
