package io.zugabe.bench.fit;

import io.zugabe.bench.Bench;
import io.zugabe.bench.Figures;
import io.zugabe.bench.GrpcCalls;
import io.zugabe.bench.Options;
import io.zugabe.bench.catalog.CatalogServer;
import io.zugabe.bench.catalog.RulePacks;
import io.zugabe.catalog.rule.adapter.Packs;
import java.util.Optional;

/** Fit at the size of a large shop: in this process first, then over gRPC with a service in a process of its own. */
public final class FitBench {

    private static final int CONNECTIONS = 2;
    private static final long MEGABYTES_AT_LEAST = 1_024;
    private static final long PRODUCTS_PER_MEGABYTE = 180;

    private FitBench() {}

    /** The keys are described in {@code docs/benchmarks.md}. */
    public static String run(Options options) throws InterruptedException {
        SyntheticCatalog catalog = new SyntheticCatalog(options.products());
        try (RulePacks packs = RulePacks.of(SyntheticCatalog.packs())) {
            Packs loaded = Packs.load(Optional.of(packs.directory()));
            Relatives relatives = new Relatives(catalog, loaded.rules());
            Bench.say("%,d products: %s", catalog.size(), relatives.describe());
            InProcess.Measured inProcess = new InProcess(catalog, relatives, options.run()).measure(loaded.rules());
            InProcess.Rates rates = inProcess.rates();
            Figures figures = new Figures()
                    .count("products", catalog.size())
                    .count("fitGroups", rates.fitGroups())
                    .count("pairChecksPerSecond", Math.round(rates.pairChecksPerSecond()));
            try (CatalogServer server =
                            CatalogServer.start(options.jar(CatalogServer.JAR), heap(catalog), packs.directory());
                    GrpcCalls calls = GrpcCalls.connect(server.target(), CONNECTIONS)) {
                Upload upload = new Upload(catalog, calls);
                upload.statements(SyntheticStatements.of(catalog));
                double upserts = upload.products();
                Bench.say("%,.0f products stored per second", upserts);
                OverGrpc overGrpc = new OverGrpc(calls.channel(), relatives, options.run());
                figures.number("check500OverNoopP99", overGrpc.check500OverNoop(), 2)
                        .number("listFittingP99Millis", overGrpc.listFittingMillis(), 3)
                        .number("publishSeconds", new Publication(calls.channel(), catalog).seconds(), 2)
                        .number("indexBytesPerProduct", inProcess.indexBytesPerProduct(), 1)
                        .count("upsertPerSecond", Math.round(upserts))
                        .count("celEvaluations", rates.evaluations())
                        .count("naivePairChecksPerSecond", Math.round(rates.naivePairChecksPerSecond()));
            }
            return figures.json();
        }
    }

    /** Room for so many products and what they are made of while they arrive. */
    private static String heap(SyntheticCatalog catalog) {
        return Math.max(MEGABYTES_AT_LEAST, catalog.size() / PRODUCTS_PER_MEGABYTE) + "m";
    }
}
