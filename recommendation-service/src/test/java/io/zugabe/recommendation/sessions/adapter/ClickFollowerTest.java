package io.zugabe.recommendation.sessions.adapter;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.RecommendationDatabase;
import io.zugabe.recommendation.fakes.ReplaceableLog;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.sessions.KeptSession;
import io.zugabe.recommendation.sessions.SessionChanges;
import io.zugabe.recommendation.sessions.SessionModels;
import io.zugabe.recommendation.sessions.SessionsConfig;
import io.zugabe.recommendation.sessions.TrackSessions;
import io.zugabe.recommendation.upstream.Reached;
import io.zugabe.recommendation.upstream.Upstream;
import io.zugabe.recommendation.upstream.UpstreamConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Proves("O5")
class ClickFollowerTest {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

    private static RecommendationDatabase database;

    private final ReplaceableLog log = new ReplaceableLog("log-a");
    private Server server;
    private SmallRyeConfig config;
    private Replica replica;

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
        database.execute(
                "truncate session_page; update session_position set position = 0, log_id = '', generation = 0");
        server = ServerBuilder.forPort(0).addService(log).build().start();
        config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(UpstreamConfig.class)
                .withMapping(SessionsConfig.class)
                .withDefaultValue("zugabe.upstream.catalog-target", "127.0.0.1:1")
                .withDefaultValue("zugabe.upstream.segmentation-target", "127.0.0.1:" + server.getPort())
                .withDefaultValue("zugabe.upstream.experiment-target", "127.0.0.1:1")
                .withDefaultValue("zugabe.sessions.save-every", "50ms")
                .build();
        replica = new Replica();
    }

    @AfterEach
    void stop() throws InterruptedException {
        replica.stop();
        server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    @Test
    void clicks_areSeenAtOnce_andARestartGoesOnFromWhereItStopped() throws InterruptedException {
        log.view("c-1", "s-1", 100, "tent", "mat");
        replica.start();
        log.view("c-2", "s-2", 110, "tent", "lamp");
        log.view("c-3", "s-3", 110, "tent");
        replica.awaitSessions(2);
        replica.stop();
        assertEquals(5, database.number("select position from session_position"));

        replica = new Replica();
        replica.start();
        replica.awaitSessions(2);
        log.view("c-3", "s-3", 120, "stove");

        replica.awaitSessions(3);
        assertEquals(3, replica.having("tent"));
        assertEquals(1, replica.having("stove"));
        assertTrue(log.requests().stream().anyMatch(request -> request.getPosition() == 5));
    }

    @Test
    @Proves("C10")
    void erasedPeople_leaveNothing_inMemoryNorOnDisk() throws NoSuchAlgorithmException {
        log.view("c-1", "s-1", 100, "tent", "mat");
        log.view("c-2", "s-2", 100, "tent", "lamp");
        replica.start();
        replica.awaitSessions(2);

        log.erase(MessageDigest.getInstance("SHA-256").digest("log-a\nc-1".getBytes(StandardCharsets.UTF_8)));

        replica.awaitSessions(1);
        assertEquals(0, replica.having("mat"));
        await().atMost(LONGEST_WAIT).until(() -> database.number("select position from session_position") == 5);
        List<KeptSession> kept =
                replica.store.pages(-1).await().atMost(LONGEST_WAIT).sessions();
        assertEquals(List.of(), kept.getFirst().products());
        assertEquals(0, kept.getFirst().owner());
        assertEquals(List.of("tent", "lamp"), kept.getLast().products());
    }

    @Test
    void anotherLog_isReadFromItsStart() {
        log.view("c-1", "s-1", 100, "tent", "mat");
        replica.start();
        replica.awaitSessions(1);
        await().atMost(LONGEST_WAIT).until(() -> database.number("select position from session_position") == 2);

        log.replace("log-b");
        replica.awaitSessions(0);
        log.view("c-1", "s-1", 100, "tent", "lamp");

        replica.awaitSessions(1);
        assertEquals(0, replica.having("mat"));
        await().atMost(LONGEST_WAIT)
                .until(() -> database.row("select log_id from session_position")
                        .getString(0)
                        .equals("log-b"));
        assertEquals(1, database.number("select generation from session_position"));
    }

    @Test
    void whoComesSecond_writesNothing() {
        SessionStore store = replica.store;
        save(store, "tent", new Reached(7, "log-a", 0));

        save(store, "behind", new Reached(6, "log-a", 0));
        save(store, "another log", new Reached(9, "log-b", 0));
        save(store, "before everything was forgotten", new Reached(9, "log-a", 3));

        assertEquals(new Reached(7, "log-a", 0), store.reached().await().atMost(LONGEST_WAIT));
        assertEquals(
                List.of("tent"),
                store.pages(-1)
                        .await()
                        .atMost(LONGEST_WAIT)
                        .sessions()
                        .getFirst()
                        .products());
        save(store, "ahead", new Reached(8, "log-a", 0));
        assertEquals(
                List.of("ahead"),
                store.pages(-1)
                        .await()
                        .atMost(LONGEST_WAIT)
                        .sessions()
                        .getFirst()
                        .products());
    }

    private static void save(SessionStore store, String product, Reached reached) {
        KeptSession session = new KeptSession(0, 1, 1, 1, List.of(product));
        store.save(new SessionChanges(Map.of(0, List.of(session)), 0, reached))
                .await()
                .atMost(LONGEST_WAIT);
    }

    /** What one process would have. */
    private final class Replica {

        private final MeterRegistry metrics = new SimpleMeterRegistry();
        private final SessionModels models = new SessionModels(metrics);
        private final ProductIds ids = new ProductIds();
        private final SessionStore store = new SessionStore(database.pool());
        private final UpstreamConfig targets = config.getConfigMapping(UpstreamConfig.class);
        private final Upstream upstream = new Upstream(targets, List.of());
        private final ClickFollower follower;

        Replica() {
            SessionsConfig settings = config.getConfigMapping(SessionsConfig.class);
            ids.numberOf("something that only this process knows " + System.identityHashCode(this));
            follower = new ClickFollower(
                    upstream, targets, settings, store, new TrackSessions(models, ids, settings), metrics);
        }

        void start() {
            follower.start(new StartupEvent());
        }

        void stop() throws InterruptedException {
            follower.stop(new ShutdownEvent());
            upstream.segmentation().shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        }

        void awaitSessions(int sessions) {
            await().atMost(LONGEST_WAIT)
                    .untilAsserted(() -> assertEquals(sessions, models.current().total()));
        }

        int having(String product) {
            return models.current().sessionsWith(ids.find(product));
        }
    }
}
