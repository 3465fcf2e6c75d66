package io.zugabe.bench.lensfun;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.stub.ClientCalls;
import io.zugabe.bench.Bench;
import io.zugabe.bench.Figures;
import io.zugabe.bench.GrpcCalls;
import io.zugabe.bench.Options;
import io.zugabe.bench.catalog.CatalogServer;
import io.zugabe.bench.catalog.ProductUpload;
import io.zugabe.bench.catalog.RulePacks;
import io.zugabe.bench.lensfun.LensfunTables.LabelledPair;
import io.zugabe.catalog.v1.CheckFitRequest;
import io.zugabe.catalog.v1.CheckFitResponse;
import io.zugabe.catalog.v1.FitServiceGrpc;
import io.zugabe.catalog.v1.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Whether the catalog answers as lensfun does: its cameras and lenses are imported as a shop would, with a
 * rule pack written for them, and each labelled pair is asked by {@code CheckFit}.
 */
public final class LensfunBench {

    private static final String PACK = "/lensfun/interchangeable-lenses.yaml";
    private static final String HEAP = "512m";
    private static final int DEADLINE_SECONDS = 30;
    private static final int MOST_DIFFERENCES_SHOWN = 10;

    private LensfunBench() {}

    /** {@code {"pairs", "agree", "falseFits"}}. */
    public static String run(Options options) throws InterruptedException {
        LensfunTables tables = LensfunTables.read(options.data()
                .orElseThrow(() -> new IllegalArgumentException(
                        "fit-lensfun needs --data DIR, a folder with the tables made from the lensfun database (CC BY-SA"
                                + " 3.0), which are no part of the project: cameras.csv, lenses.csv, mount_compat.csv,"
                                + " lens_camera_pairs.csv")));
        try (RulePacks packs = RulePacks.ofResource(PACK);
                CatalogServer server = CatalogServer.start(options.jar(CatalogServer.JAR), HEAP, packs.directory());
                GrpcCalls calls = GrpcCalls.connect(server.target(), 1)) {
            LensfunProducts products = new LensfunProducts(tables);
            upload(calls.channel(), products.products());
            return ask(calls.channel(), tables, products);
        }
    }

    private static void upload(Channel channel, List<Product> products) throws InterruptedException {
        try (ProductUpload upload = new ProductUpload(channel, _ -> {})) {
            for (Product product : products) {
                upload.add(product);
            }
        }
        Bench.say("Imported %,d cameras and lenses", products.size());
    }

    private static String ask(Channel channel, LensfunTables tables, LensfunProducts products) {
        Score score = new Score(tables.adapters());
        Map<String, List<LabelledPair>> byCamera = tables.pairs().stream()
                .collect(Collectors.groupingBy(products::cameraOf, LinkedHashMap::new, Collectors.toList()));
        byCamera.forEach((camera, pairs) -> {
            CheckFitRequest request = CheckFitRequest.newBuilder()
                    .addAnchorProductIds(camera)
                    .addAllCandidateProductIds(
                            pairs.stream().map(products::lensOf).toList())
                    .build();
            CheckFitResponse response = ClientCalls.blockingUnaryCall(
                    channel,
                    FitServiceGrpc.getCheckFitMethod(),
                    CallOptions.DEFAULT.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS),
                    request);
            for (int i = 0; i < pairs.size(); i++) {
                boolean agrees = score.count(pairs.get(i), response.getResults(i));
                if (!agrees && score.pairs() - score.agree() <= MOST_DIFFERENCES_SHOWN) {
                    Bench.say("Differs: %s is answered by%n%s", pairs.get(i), response.getResults(i));
                }
            }
        });
        Bench.say("%,d of %,d labelled pairs agree, %,d fit falsely", score.agree(), score.pairs(), score.falseFits());
        return new Figures()
                .count("pairs", score.pairs())
                .count("agree", score.agree())
                .count("falseFits", score.falseFits())
                .json();
    }
}
