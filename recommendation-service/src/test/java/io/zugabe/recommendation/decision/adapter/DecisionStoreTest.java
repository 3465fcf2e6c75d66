package io.zugabe.recommendation.decision.adapter;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.RecommendationDatabase;
import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.campaigns.domain.Campaigns;
import io.zugabe.recommendation.customer.domain.Customer;
import io.zugabe.recommendation.decision.KeptDecision;
import io.zugabe.recommendation.decision.KeptSnapshot;
import io.zugabe.recommendation.decision.TraceConfig;
import io.zugabe.recommendation.decision.domain.Decide;
import io.zugabe.recommendation.decision.domain.Learned;
import io.zugabe.recommendation.decision.domain.Merchandise;
import io.zugabe.recommendation.decision.domain.OfferRequest;
import io.zugabe.recommendation.decision.domain.Placement;
import io.zugabe.recommendation.decision.domain.Settings;
import io.zugabe.recommendation.decision.domain.Snapshot;
import io.zugabe.recommendation.incentives.domain.Incentives;
import io.zugabe.recommendation.insight.domain.Acceptance;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.replica.domain.CatalogBuilder;
import io.zugabe.recommendation.replica.domain.Circumstances;
import io.zugabe.recommendation.sessions.domain.SessionModel;
import io.zugabe.recommendation.taste.domain.Taste;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionStoreTest {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private static final Duration LONGEST_ERASING = Duration.ofMinutes(3);

    private static RecommendationDatabase database;

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private DecisionStore store;

    @BeforeAll
    static void startDatabase() {
        database = new RecommendationDatabase();
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.execute("truncate decision, decision_erasure");
        TraceConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(TraceConfig.class)
                .build()
                .getConfigMapping(TraceConfig.class);
        store = new DecisionStore(database.pool(), config, metrics);
    }

    @Test
    void cleaning_leavesNothingOld_howeverMuchThereIs() {
        database.execute("insert into decision select gen_random_uuid(), now() - interval '25 hours', ''"
                + " from generate_series(1, 25000)");
        database.execute("insert into decision values (gen_random_uuid(), now(), '')");

        store.clean();

        assertEquals(1, database.number("select count(*) from decision"));
    }

    @Test
    void stopping_finishesTheBatchThatIsBeingWritten_andWritesTheRest() {
        SqlConnection other = database.pool().getConnection().await().atMost(LONGEST_WAIT);
        other.query("begin; lock table decision").execute().await().atMost(LONGEST_WAIT);
        for (int decision = 0; decision < 250; decision++) {
            assertTrue(store.keep(decision()));
        }
        store.start(new StartupEvent());
        await().atMost(LONGEST_WAIT)
                .until(() -> database.number("select count(*) from pg_locks where not granted") == 1);

        Thread stopping = Thread.ofPlatform().start(() -> store.stop(new ShutdownEvent()));
        await().during(Duration.ofMillis(300)).atMost(LONGEST_WAIT).until(stopping::isAlive);
        other.query("commit").execute().await().atMost(LONGEST_WAIT);
        other.close().await().atMost(LONGEST_WAIT);

        await().atMost(LONGEST_WAIT).until(() -> !stopping.isAlive());
        assertEquals(250, database.number("select count(*) from decision"));
        assertEquals(0, metrics.counter("zugabe.trace.dropped").count());
    }

    @Test
    @Proves("C10")
    void decisionsOfErasedPeople_go_howeverManyThereAre_alsoAfterARestart() {
        database.execute("""
                insert into decision
                select gen_random_uuid(), now() - i * interval '1 second', '',
                    case when i % 100 = 0 then array['c:anna', 'v:b-' || i] else array['c:c-' || i] end
                from generate_series(1, 5000) i;
                insert into decision_erasure (log, digests, create_time)
                values ('log', array[sha256(convert_to(E'log\nanna', 'UTF8'))], now() - interval '2 minutes'),
                    ('log', array[sha256(convert_to(E'log\nv:b-7', 'UTF8')),
                        sha256(convert_to(E'log\nc-11', 'UTF8'))], now())""");

        store.start(new StartupEvent());
        await().atMost(LONGEST_ERASING).until(() -> database.number("select count(*) from decision_erasure") == 1);
        assertEquals(4_950, database.number("select count(*) from decision"));

        store.forget(new ErasedPeople("log", List.of()));
        await().atMost(LONGEST_ERASING).until(() -> database.number("select count(*) from decision") == 4_949);
        assertEquals(
                1,
                database.number("select count(*) from decision_erasure"),
                "once more, when what was being written is there");
        store.stop(new ShutdownEvent());
    }

    private static KeptDecision decision() {
        OfferRequest request = new OfferRequest(
                "c",
                "",
                "",
                Placement.PRODUCT_PAGE,
                List.of("mug"),
                List.of(),
                "en",
                Optional.empty(),
                Circumstances.UNKNOWN,
                List.of(),
                0,
                OfferRequest.Filter.NONE,
                false);
        Snapshot snapshot = new Snapshot(
                new CatalogBuilder(new ProductIds()).publish("1", 1, ignored -> 0),
                BasketModel.EMPTY,
                Taste.NONE,
                SessionModel.EMPTY,
                Acceptance.EMPTY,
                Learned.NONE,
                Campaigns.NONE,
                Merchandise.DEFAULT,
                Incentives.NONE);
        return new KeptDecision(
                UUID.randomUUID(),
                Instant.now(),
                Duration.ofMillis(1),
                request,
                new Customer.New(),
                new KeptSnapshot(snapshot),
                List.of(),
                List.of(),
                new Decide(Settings.DEFAULT));
    }
}
