package io.zugabe.bench.profile;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.zugabe.bench.Bench;
import io.zugabe.bench.Figures;
import io.zugabe.bench.Latency;
import io.zugabe.bench.Options;
import io.zugabe.bench.ingest.Shop;
import io.zugabe.bench.ingest.ShopTraffic;
import io.zugabe.probe.v1.PingRequest;
import io.zugabe.probe.v1.ProbeServiceGrpc;
import io.zugabe.quickstart.embedded.EmbeddedPostgresServer;
import io.zugabe.segmentation.v1.GetProfileRequest;
import io.zugabe.segmentation.v1.ProfileServiceGrpc;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Profiles of a million customers, asked for one by one. */
public final class ProfileBench {

    private static final String HEAP = "512m";
    private static final int PROFILES = 1_000_000;
    private static final int TEMPLATES = 1_000;
    private static final int EVENTS_PER_TEMPLATE = 40;
    private static final int BATCH = 500;
    private static final int DEADLINE_SECONDS = 20;
    private static final String CUSTOMER = "million-%07d";

    /** A stored profile does not say whose it is, so some that were made by events serve for all. */
    private static final String MULTIPLY = """
            insert into profile (subject, version, state)
            select 'million-' || lpad(number::text, 7, '0'), made.version, made.state
            from generate_series(0, ? - 1) as number
            join (select row_number() over () - 1 as place, count(*) over () as all_made, version, state from profile)
                as made on made.place = number % made.all_made""";

    private ProfileBench() {}

    /** The keys are described in {@code docs/benchmarks.md}. */
    public static String run(Options options) throws Exception {
        try (Shop shop = Shop.open(options.jar(Shop.JAR), HEAP)) {
            load(shop);
            SplittableRandom random = new SplittableRandom(7);
            Channel channel = shop.channel();
            List<Latency.Rounds> rounds = Latency.ofInTurn(
                    options.run(),
                    List.of(
                            () -> call(channel, ProbeServiceGrpc.getPingMethod(), PingRequest.getDefaultInstance()),
                            () -> call(
                                    channel,
                                    ProfileServiceGrpc.getGetProfileMethod(),
                                    GetProfileRequest.newBuilder()
                                            .setCustomerId(
                                                    String.format(Locale.ROOT, CUSTOMER, random.nextInt(PROFILES)))
                                            .build())));
            Latency.Rounds noop = rounds.get(0);
            Latency.Rounds profile = rounds.get(1);
            Bench.say(
                    "GetProfile: p50 %.3f ms, p99 %.3f ms; no-op in turn with it: p50 %.3f ms, p99 %.3f ms; %,d calls each",
                    profile.p50Millis(), profile.p99Millis(), noop.p50Millis(), noop.p99Millis(), profile.calls());
            return new Figures()
                    .count("profiles", PROFILES)
                    .number("p99OverNoop", profile.p99Over(noop), 2)
                    .json();
        }
    }

    private static void load(Shop shop) throws SQLException, InterruptedException {
        ShopTraffic traffic =
                new ShopTraffic(7, TEMPLATES, Instant.now().minusSeconds(86_400).getEpochSecond());
        shop.publish(traffic.batches(TEMPLATES * EVENTS_PER_TEMPLATE / BATCH, BATCH));
        shop.awaitProjected();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:" + shop.databaseUrl(), EmbeddedPostgresServer.USER, EmbeddedPostgresServer.USER);
                PreparedStatement multiply = connection.prepareStatement(MULTIPLY);
                var tidy = connection.createStatement()) {
            multiply.setInt(1, PROFILES);
            Bench.say("%,d profiles stored", multiply.executeUpdate());
            tidy.execute("vacuum analyze profile");
            tidy.execute("checkpoint");
        }
    }

    private static <Q, R> R call(Channel channel, MethodDescriptor<Q, R> method, Q request) {
        return ClientCalls.blockingUnaryCall(
                channel, method, CallOptions.DEFAULT.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS), request);
    }
}
