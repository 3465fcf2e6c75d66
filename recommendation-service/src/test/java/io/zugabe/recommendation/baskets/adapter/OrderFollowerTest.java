package io.zugabe.recommendation.baskets.adapter;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.RecommendationDatabase;
import io.zugabe.recommendation.baskets.BasketModels;
import io.zugabe.recommendation.baskets.BasketsConfig;
import io.zugabe.recommendation.baskets.CountBaskets;
import io.zugabe.recommendation.baskets.OrderEvents;
import io.zugabe.recommendation.fakes.ReplaceableLog;
import io.zugabe.recommendation.privacy.ForgetPeople;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.upstream.Reached;
import io.zugabe.recommendation.upstream.Upstream;
import io.zugabe.recommendation.upstream.UpstreamConfig;
import io.zugabe.recommendation.upstream.adapter.LogReplacedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Proves("O4")
class OrderFollowerTest {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private static RecommendationDatabase database;

    private final ReplaceableLog log = new ReplaceableLog("log-a");
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final BasketModels models = new BasketModels(metrics);
    private final ProductIds ids = new ProductIds();
    private final List<ErasedPeople> forgotten = new CopyOnWriteArrayList<>();
    private Server server;
    private Upstream upstream;
    private OrderStore store;
    private OrderFollower follower;

    @BeforeAll
    static void startDatabase() {
        database = new RecommendationDatabase();
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void start() throws IOException {
        database.execute("truncate basket_line, basket, refund_line, misfit_return, decision_erasure restart identity;"
                + "update log_position set position = 0, log_id = '', generation = 0");
        server = ServerBuilder.forPort(0).addService(log).build().start();
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(UpstreamConfig.class)
                .withMapping(BasketsConfig.class)
                .withDefaultValue("zugabe.upstream.catalog-target", "127.0.0.1:1")
                .withDefaultValue("zugabe.upstream.segmentation-target", "127.0.0.1:" + server.getPort())
                .withDefaultValue("zugabe.upstream.experiment-target", "127.0.0.1:1")
                .build();
        UpstreamConfig targets = config.getConfigMapping(UpstreamConfig.class);
        upstream = new Upstream(targets, List.of());
        store = new OrderStore(database.pool(), new ForgetPeople(List.of(forgotten::add)));
        CountBaskets counter = new CountBaskets(models, ids, config.getConfigMapping(BasketsConfig.class), metrics);
        follower = new OrderFollower(upstream, targets, store, counter, metrics);
    }

    @AfterEach
    void stop() throws InterruptedException {
        follower.stop(new ShutdownEvent());
        upstream.segmentation().shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    @Test
    void poisonedLine_isSkippedAndCounted_andTheRestIsRead() {
        log.purchase("o-1", "mug", "tripod", "m\0g");
        log.purchase("o\0", "mug", "tripod");
        log.purchase("o-3", "mug", "tripod");

        follower.start(new StartupEvent());

        awaitBaskets(2);
        assertEquals(3, metrics.get("zugabe.baskets.skipped.lines").counter().count());
        assertEquals(3, database.number("select position from log_position"));
        assertEquals(0, lag());
    }

    @Test
    void anotherLog_isReadFromItsStart_evenIfItHasGrownPastThePosition() {
        log.purchase("o-1", "mug", "tripod");
        follower.start(new StartupEvent());
        awaitBaskets(1);

        log.replace("log-b", "n-1", "n-2", "n-3");

        awaitBaskets(3);
        assertEquals("log-b", database.row("select log_id from log_position").getString(0));
        assertEquals(3, database.number("select count(*) from basket"));
        assertEquals(1, database.number("select generation from log_position"));
        assertTrue(log.requests().stream()
                .anyMatch(request ->
                        request.getPosition() == 1 && request.getLogId().equals("log-a")));
        log.purchase("n-4", "mug");
        awaitBaskets(4);
    }

    @Test
    void restoredLog_thatIsShorterThanBefore_isReadFromItsStart() {
        log.purchase("o-1", "mug", "tripod");
        log.purchase("o-2", "mug", "tripod");
        follower.start(new StartupEvent());
        awaitBaskets(2);

        log.replace("log-a", "o-1");

        awaitBaskets(1);
        assertEquals(1, database.number("select position from log_position"));
        assertEquals(0, lag());
    }

    @Test
    void emptiedLog_leavesNothing() {
        log.purchase("o-1", "mug", "tripod");
        follower.start(new StartupEvent());
        awaitBaskets(1);

        log.replace("log-b");

        awaitBaskets(0);
        assertEquals(0, database.number("select count(*) from basket_line"));
    }

    @Test
    void databaseFromBeforeLogsHadIds_takesTheFirstItHears_andKeepsItsBaskets() {
        store.append(new OrderEvents(List.of(), List.of(), List.of(), Optional.empty(), 0, 1, ""), 0)
                .await()
                .atMost(LONGEST_WAIT);
        log.purchase("o-1", "mug", "tripod");

        follower.start(new StartupEvent());

        await().atMost(LONGEST_WAIT)
                .until(() -> database.row("select log_id from log_position")
                        .getString(0)
                        .equals("log-a"));
        assertEquals(1, database.number("select position from log_position"));
        assertEquals(0, database.number("select generation from log_position"));
    }

    @Test
    void otherReplica_doesNotForgetWhatTheFirstHasReadAnew_norMixesLogs() {
        Reached before = store.reached().await().atMost(LONGEST_WAIT);
        store.forget(before.generation()).await().atMost(LONGEST_WAIT);
        OrderEvents anew = new OrderEvents(List.of(), List.of(), List.of(), Optional.empty(), 0, 7, "log-b");
        store.append(anew, 1).await().atMost(LONGEST_WAIT);

        assertEquals(
                new Reached(0, "", 1), store.forget(before.generation()).await().atMost(LONGEST_WAIT));

        assertEquals(new Reached(7, "log-b", 1), store.reached().await().atMost(LONGEST_WAIT));
        OrderEvents old = new OrderEvents(List.of(), List.of(), List.of(), Optional.empty(), 0, 9, "log-a");
        assertThrows(
                LogReplacedException.class, () -> store.append(old, 1).await().atMost(LONGEST_WAIT));
        assertThrows(
                LogReplacedException.class, () -> store.append(anew, 0).await().atMost(LONGEST_WAIT));
    }

    @Test
    @Proves("C10")
    void erasedPeople_leaveNoOrders_andWhatTheyDoLaterBeginsAnew() throws NoSuchAlgorithmException {
        log.purchase("o-1", "mug", "tripod");
        follower.start(new StartupEvent());
        awaitBaskets(1);

        byte[] digest = MessageDigest.getInstance("SHA-256").digest("log-a\nc".getBytes(StandardCharsets.UTF_8));
        log.erase(digest);
        awaitBaskets(0);
        assertEquals(0, database.number("select count(*) from basket"));
        assertEquals(0, database.number("select count(*) from basket_line"));
        assertTrue(forgotten.getFirst().contains("c:c"));
        assertFalse(forgotten.getFirst().contains("v:c"));
        assertEquals(
                1,
                database.number("select count(*) from decision_erasure"),
                "what is left of decisions, if this ends before it is done");

        log.purchase("o-2", "mug");
        awaitBaskets(1);
    }

    @Test
    void lag_isUnknownUntilTheLogTellsItsEnd() {
        assertTrue(Double.isNaN(lag()));
    }

    private void awaitBaskets(int baskets) {
        await().atMost(LONGEST_WAIT).untilAsserted(() -> {
            assertEquals(baskets, models.current().basketsOf(ids.find("mug")));
            assertEquals(baskets, models.current().total());
        });
    }

    private double lag() {
        return metrics.get("zugabe.baskets.lag").gauge().value();
    }
}
