package io.zugabe.bench.freshness;

import io.zugabe.bench.Bench;
import io.zugabe.bench.Figures;
import io.zugabe.bench.Options;
import io.zugabe.bench.running.EventPublisher;
import io.zugabe.bench.running.RunningServices;
import io.zugabe.bench.shop.Assortment;
import io.zugabe.bench.shop.Shelf;
import io.zugabe.bench.shop.ShopCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How soon decisions of running services show events, stock and rules, while others shop. */
public final class FreshnessBench {

    private static final long SEED = 20261122;
    private static final int SAMPLES = 100;
    private static final int RULES = 40;
    private static final int WARM_UP = 20;
    private static final int WARM_UP_SECONDS = 15;
    private static final int LONGEST_LOAD_SECONDS = 60;

    private FreshnessBench() {}

    /** The keys are described in {@code docs/benchmarks.md}. */
    public static String run(Options options) throws Exception {
        Assortment assortment = new Assortment(SEED);
        Shelf shelf = new Shelf(assortment, SEED);
        try (RunningServices services = RunningServices.start()) {
            new ShopCatalog(services.catalog()).load(assortment, shelf);
            ShopCatalog.awaitKnown(services.segmentation(), shelf, Instant.now());
            Watch watch = new Watch(services.recommendation(), shelf);
            try (EventPublisher publisher = new EventPublisher(services.segmentation());
                    Background _ = new Background(services, shelf)) {
                EventProbes events = new EventProbes(assortment, shelf, publisher, watch);
                awaitLoaded(events);
                Bench.say("Others shop for %d s to warm up", WARM_UP_SECONDS);
                TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
                return measure(events, new CatalogProbes(assortment, shelf, services.catalog(), watch));
            }
        }
    }

    private static void awaitLoaded(EventProbes events) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_LOAD_SECONDS);
        while (!events.isReady(events.device(0))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the catalog has not reached decisions within a minute");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private interface Probe {
        double millis(int number) throws InterruptedException;
    }

    private static String measure(EventProbes events, CatalogProbes catalog) throws InterruptedException {
        double eventP99 = Math.max(
                Math.max(
                        p99("an open case silences", SAMPLES, events::caseOpened),
                        p99("a solved case ends the silence", SAMPLES, events::caseResolved)),
                Math.max(
                        p99("what was just bought is not offered", SAMPLES, events::bought),
                        p99("what a third order holds is offered", SAMPLES, events::boughtTogether)));
        double stockP99 =
                p99("what is sold out is not offered", SAMPLES, number -> catalog.soldOut(events.device(number)));
        List<Double> fromAnswer = new ArrayList<>();
        double ruleP99 = p99("a new rule is obeyed, from the call that publishes it", RULES, number -> {
            CatalogProbes.Obeyed obeyed = catalog.rule(events.device(number / 2), number % 2 == 0);
            fromAnswer.add(obeyed.fromAnswer());
            return obeyed.fromCall();
        });
        say("the same, from the answer to that call", fromAnswer.subList(WARM_UP / 2, fromAnswer.size()));
        return new Figures()
                .number("eventP99Millis", eventP99, 1)
                .number("stockP99Millis", stockP99, 1)
                .number("ruleP99Millis", ruleP99, 1)
                .json();
    }

    /** The first few warm up and do not count. */
    private static double p99(String what, int samples, Probe probe) throws InterruptedException {
        int warmUp = Math.min(WARM_UP, samples / 4);
        List<Double> millis = new ArrayList<>();
        for (int number = 0; number < warmUp + samples; number++) {
            double each = probe.millis(number);
            if (number >= warmUp) {
                millis.add(each);
            }
        }
        return say(what, millis);
    }

    private static double say(String what, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        double p99 = at(sorted, 0.99);
        Bench.say(
                "%s: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, longest %.1f ms of %d",
                what, at(sorted, 0.5), at(sorted, 0.9), p99, sorted.getLast(), sorted.size());
        return p99;
    }

    /** The smallest that at least this share of the values does not exceed. */
    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
