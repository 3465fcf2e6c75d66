package io.zugabe.bench.ingest;

import io.zugabe.bench.Figures;
import io.zugabe.bench.Options;
import java.time.Instant;

/** Events into the log: how fast, beside plain inserts, and whether any is lost or counted twice in a crash. */
public final class IngestBench {

    private static final String HEAP = "1g";
    private static final int CUSTOMERS = 200_000;
    private static final int SUSTAINED_FACTOR = 4;

    private IngestBench() {}

    /** The keys are described in {@code docs/benchmarks.md}. */
    public static String run(Options options) throws Exception {
        long yesterday = Instant.now().minusSeconds(86_400).getEpochSecond();
        Throughput.Measured measured;
        Audit.Result crashes;
        try (Shop shop = Shop.open(options.jar(Shop.JAR), HEAP)) {
            measured = new Throughput(
                            shop,
                            new ShopTraffic(1, CUSTOMERS, yesterday),
                            (int) options.run().toSeconds() * SUSTAINED_FACTOR)
                    .measure();
        }
        try (Shop shop = Shop.open(options.jar(Shop.JAR), HEAP)) {
            crashes = new Crash(shop)
                    .survive("kill -9 of the service", new ShopTraffic(2, CUSTOMERS, yesterday), () -> {
                        shop.killService();
                        shop.restartService();
                    });
        }
        try (Shop shop = Shop.open(options.jar(Shop.JAR), HEAP)) {
            crashes = crashes.plus(
                    new Crash(shop).survive("kill -9 of PostgreSQL", new ShopTraffic(3, CUSTOMERS, yesterday), () -> {
                        shop.killPostgres();
                        shop.restartPostgres();
                    }));
        }
        return new Figures()
                .count("eventsPerSecond", Math.round(measured.acknowledged()))
                .count("rawInsertPerSecond", Math.round(measured.raw()))
                .number("ratio", measured.acknowledged() / measured.raw(), 3)
                .count("projectedPerSecond", Math.round(measured.projected()))
                .number("p99AckMillis", measured.p99AckMillis(), 1)
                .count("lost", crashes.lost())
                .count("doubled", crashes.doubled())
                .json();
    }
}
