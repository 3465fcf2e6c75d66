package io.zugabe.bench.ingest;

import io.zugabe.bench.Bench;
import io.zugabe.bench.Load;
import io.zugabe.quickstart.embedded.EmbeddedPostgresServer;
import io.zugabe.segmentation.v1.GetLogStatusResponse;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How fast events are taken in and become part of profiles, beside plain inserts into the same database. */
final class Throughput {

    /** Until the service's code is compiled: it takes a third less time per event after three rounds. */
    private static final int WARM_UPS = 3;

    private static final int ROUNDS = 5;
    private static final int BATCH = 500;
    private static final int ROUND_BATCHES = 500;
    /** Small batches, as gateways send them that do not want events to wait. */
    private static final int SMALL_BATCH = 100;

    private static final double SUSTAINED_SHARE = 0.25;

    private final Shop shop;
    private final ShopTraffic traffic;
    private final int sustainedSeconds;

    Throughput(Shop shop, ShopTraffic traffic, int sustainedSeconds) {
        this.shop = shop;
        this.traffic = traffic;
        this.sustainedSeconds = sustainedSeconds;
    }

    /**
     * What was measured.
     *
     * @param acknowledged events acknowledged per second, published as fast as possible
     * @param raw events per second by plain batched inserts
     * @param projected events per second, published as fast as possible, until all are part of profiles
     * @param p99AckMillis from when a batch was due to its acknowledgement, at a quarter of {@code raw}
     */
    record Measured(double acknowledged, double raw, double projected, double p99AckMillis) {}

    Measured measure() throws SQLException, IOException, InterruptedException {
        List<Double> raw = new ArrayList<>();
        List<Double> acknowledged = new ArrayList<>();
        List<Double> projected = new ArrayList<>();
        try (RawInsert inserts = new RawInsert(shop.rawDatabaseUrl(), EmbeddedPostgresServer.USER)) {
            for (int round = 1 - WARM_UPS; round <= ROUNDS; round++) {
                List<PublishEventsRequest> batches = traffic.batches(ROUND_BATCHES, BATCH);
                shop.awaitAssessed(); // what is left of the round before would slow the inserts down
                double rawRate = inserts.perSecond(batches);
                Rates rates = publish(batches);
                Bench.say(
                        "%s: %,.0f inserted, %,.0f acknowledged, %,.0f projected per second",
                        round <= 0 ? "warming up" : "round " + round, rawRate, rates.acknowledged(), rates.projected());
                if (round > 0) {
                    raw.add(rawRate);
                    acknowledged.add(rates.acknowledged());
                    projected.add(rates.projected());
                }
            }
        }
        double rawRate = Load.median(raw);
        return new Measured(
                Load.median(acknowledged), rawRate, Load.median(projected), sustained(rawRate * SUSTAINED_SHARE));
    }

    private record Rates(double acknowledged, double projected) {}

    private Rates publish(List<PublishEventsRequest> batches) throws InterruptedException, IOException {
        Shop.Cpu before = shop.cpu();
        long began = System.nanoTime();
        PublishRun.asFastAsPossible(shop.channel(), batches).complete();
        long published = System.nanoTime();
        shop.awaitProjected();
        long done = System.nanoTime();
        Shop.Cpu after = shop.cpu();
        double events = batches.size() * (double) BATCH;
        Bench.say(
                "processor time per event: service %.1f µs, PostgreSQL %.1f µs",
                (after.service() - before.service()) / events / 1e3,
                (after.database() - before.database()) / events / 1e3);
        return new Rates(events * 1e9 / (published - began), events * 1e9 / (done - began));
    }

    /** The 99th percentile in milliseconds; fails if profiles fall ever further behind the log. */
    private double sustained(double eventsPerSecond) throws InterruptedException {
        double batchesPerSecond = eventsPerSecond / SMALL_BATCH;
        List<PublishEventsRequest> batches = traffic.batches((int) (batchesPerSecond * sustainedSeconds), SMALL_BATCH);
        PublishRun run = PublishRun.atRate(shop.channel(), batches, batchesPerSecond);
        List<Long> lags = new ArrayList<>();
        while (run.acknowledged() < batches.size() && run.failure().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(250);
            GetLogStatusResponse status = shop.status();
            lags.add(status.getEndPosition() - status.getProjectedPosition());
        }
        Histogram latencies = run.complete().latencies();
        long early = most(lags.subList(0, lags.size() / 2));
        long late = most(lags.subList(lags.size() / 2, lags.size()));
        Bench.say(
                "at %,.0f events per second for %d s: acknowledged after %.1f ms (median), %.1f ms (p99), %.1f ms"
                        + " (longest); profiles behind by at most %,d events in the first half, %,d in the second",
                eventsPerSecond,
                sustainedSeconds,
                latencies.getValueAtPercentile(50) / 1e6,
                latencies.getValueAtPercentile(99) / 1e6,
                latencies.getMaxValue() / 1e6,
                early,
                late);
        shop.awaitProjected();
        if (late > Math.max(2 * early, eventsPerSecond * 2)) {
            throw new IllegalStateException(
                    "the profiles do not keep up: behind by %,d events at first, by %,d later".formatted(early, late));
        }
        return latencies.getValueAtPercentile(99) / 1e6;
    }

    private static long most(List<Long> values) {
        return values.stream().mapToLong(value -> value).max().orElse(0);
    }
}
