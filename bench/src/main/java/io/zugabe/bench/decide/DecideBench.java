package io.zugabe.bench.decide;

import io.zugabe.bench.Figures;
import io.zugabe.bench.GrpcCalls;
import io.zugabe.bench.Options;
import io.zugabe.bench.PackagedService;
import io.zugabe.bench.catalog.RulePacks;
import io.zugabe.bench.fit.SyntheticCatalog;
import io.zugabe.catalog.rule.adapter.Packs;
import io.zugabe.quickstart.embedded.EmbeddedRedisServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Decisions at the size of a large shop: recommendation-service in a process of its own, filled from real streams. */
public final class DecideBench {

    private static final Path JAR = Path.of("recommendation-service/target/quarkus-app/quarkus-run.jar");
    private static final int CONNECTIONS = 4;
    private static final long MEGABYTES_AT_LEAST = 1_024;
    private static final long PRODUCTS_PER_MEGABYTE = 250;
    private static final int MOST_ORDERS = 200_000;
    private static final int MOST_VISITS = 100_000;

    private DecideBench() {}

    /** The keys are described in {@code docs/benchmarks.md}. */
    public static String run(Options options) throws Exception {
        SyntheticCatalog catalog = new SyntheticCatalog(options.products());
        Designs designs;
        try (RulePacks packs = RulePacks.of(SyntheticCatalog.packs())) {
            designs = new Designs(
                    catalog, Packs.load(Optional.of(packs.directory())).rules());
        }
        BestSellers bestSellers = new BestSellers(catalog, designs);
        Customers customers = new Customers(catalog, bestSellers, options.profiles());
        CatalogStream stream = new CatalogStream(catalog, designs);
        EventLog events = new EventLog(
                bestSellers, Math.min(MOST_ORDERS, catalog.size() * 2), Math.min(MOST_VISITS, catalog.size()));
        EmbeddedRedisServer redis = EmbeddedRedisServer.start(0);
        try (Upstreams upstreams = Upstreams.start(stream, events)) {
            customers.store(redis.port());
            try (PackagedService service = PackagedService.start(setup(options, redis, upstreams));
                    GrpcCalls calls = GrpcCalls.connect(service.target(), CONNECTIONS)) {
                Subject subject = new Subject(service.process());
                Figures figures = new Figures();
                Filling filling = new Filling(subject, catalog.size());
                double bytesPerProduct = filling.fill(stream, events);
                Traffic traffic = new Traffic(catalog, bestSellers, customers);
                new Measurement(subject, calls, redis.port(), events, new FitAudit(designs), options.run())
                        .measure(traffic, figures);
                return figures.number("replicaBytesPerProduct", bytesPerProduct, 0)
                        .count("products", catalog.size())
                        .count("profiles", customers.size())
                        .json();
            }
        } finally {
            redis.close();
        }
    }

    private static PackagedService.Setup setup(Options options, EmbeddedRedisServer redis, Upstreams upstreams) {
        return new PackagedService.Setup(
                options.jar(JAR),
                "recommendation",
                Math.max(MEGABYTES_AT_LEAST, options.products() / PRODUCTS_PER_MEGABYTE + 512) + "m",
                Map.of(
                        "ZUGABE_REDIS_URL",
                        redis.url(),
                        "ZUGABE_CATALOG_TARGET",
                        upstreams.target(),
                        "ZUGABE_SEGMENTATION_TARGET",
                        upstreams.target(),
                        "ZUGABE_EXPERIMENT_TARGET",
                        upstreams.target()));
    }
}
