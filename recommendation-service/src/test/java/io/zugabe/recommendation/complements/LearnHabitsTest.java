package io.zugabe.recommendation.complements;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.RecommendationDatabase;
import io.zugabe.recommendation.baskets.Basket;
import io.zugabe.recommendation.baskets.BasketModels;
import io.zugabe.recommendation.baskets.BasketsConfig;
import io.zugabe.recommendation.baskets.CountBaskets;
import io.zugabe.recommendation.complements.adapter.PgOrderHistory;
import io.zugabe.recommendation.complements.domain.Habits;
import io.zugabe.recommendation.complements.domain.Popularity;
import io.zugabe.recommendation.models.ModelArchive;
import io.zugabe.recommendation.models.adapter.PgModelArchive;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.replica.domain.CatalogBuilder;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.TypePath;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders in PostgreSQL become habits that are served, kept, found again after a restart, and given up with their log. */
class LearnHabitsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration MOMENT = Duration.ofSeconds(20);
    private static final RecommendationDatabase DATABASE = new RecommendationDatabase();

    private static final HabitsConfig CONFIG = new HabitsConfig() {
        @Override
        public Duration lookEvery() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration every() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration shortest() {
            return Duration.ofMinutes(1);
        }

        @Override
        public double growth() {
            return 0.5;
        }

        @Override
        public int leastOrders() {
            return 4;
        }

        @Override
        public int mostOrders() {
            return 1_000;
        }
    };

    private static final BasketsConfig COUNTING = new BasketsConfig() {
        @Override
        public int neighbours() {
            return 10;
        }

        @Override
        public Duration shortestRest() {
            return Duration.ofMillis(1);
        }

        @Override
        public Duration longestWork() {
            return Duration.ofMillis(10);
        }
    };

    private final PgModelArchive archive = new PgModelArchive(DATABASE.pool());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /** 30 customers buy a tent and, ten days later, a mat; the stove that comes with each tent goes back. 70 buy a mug. */
    @BeforeEach
    void orders() {
        DATABASE.execute("""
                truncate basket_line, basket, learned_model, learned_model_part, model_learning restart identity;
                update log_position set generation = 0;
                insert into basket (order_id, subject, order_time)
                select 't-' || n, 'c:' || n, now() - interval '60 days' from generate_series(1, 30) n
                union all select 'm-' || n, 'c:' || n, now() - interval '50 days' from generate_series(1, 30) n
                union all select 'o-' || n, 'c:' || n, now() from generate_series(31, 100) n;
                insert into basket_line (basket_no, product_id, quantity, returned)
                select basket_no, 'tent', 1, 0 from basket where order_id like 't-%'
                union all select basket_no, 'stove', 2, 2 from basket where order_id like 't-%'
                union all select basket_no, 'mat', 1, 0 from basket where order_id like 'm-%'
                union all select basket_no, 'mug', 1, 0 from basket where order_id like 'o-%'""");
    }

    @Test
    @Proves({"O3", "T2"})
    void orders_becomeHabits_thatARestartServes() {
        Replica first = new Replica();
        first.counted(130);
        first.start();
        await().atMost(PATIENCE).until(() -> first.habits().orders() == 130);
        first.stop();
        assertEquals("mat", first.habits().complementsOf("tent", "").getFirst().to());
        assertTrue(first.habits().lag("tent", "mat").orElseThrow().comesAfter());
        assertEquals(Optional.empty(), first.habits().lag("tent", "stove"), "stoves came back");

        // no orders are counted yet, so there is nothing to learn from
        Replica restarted = new Replica();
        restarted.start();
        await().atMost(PATIENCE).until(() -> restarted.habits().orders() == 130);
        restarted.stop();
        assertEquals(first.models.served().version(), restarted.models.served().version());
        assertEquals(
                restarted.ids.numberOf("mat"),
                restarted.habits().complementsOf("tent", "").getFirst().products()[0]);
    }

    @Test
    void replacedLog_takesItsHabitsAway() {
        Replica replica = new Replica();
        replica.counted(130);
        replica.start();
        await().atMost(PATIENCE).until(() -> replica.habits().orders() == 130);
        replica.forgetOrders();

        DATABASE.execute("update log_position set generation = generation + 1");

        await().atMost(PATIENCE).until(() -> replica.models.served().version().equals("none"));
        replica.stop();
    }

    /** 130 of 200 orders were learned from: the others came back completely, or were too old. */
    @Test
    void ordersThatWereNotLearnedFrom_areNoGrowth() {
        assertEquals(false, isDue(210, Duration.ofMinutes(10)));
        assertEquals(false, isDue(299, Duration.ofMinutes(10)));
        assertEquals(true, isDue(300, Duration.ofMinutes(10)), "half as many more");
        assertEquals(false, isDue(300, Duration.ofSeconds(59)), "learned just now");
        assertEquals(true, isDue(210, Duration.ofHours(1)));
    }

    private static boolean isDue(int counted, Duration age) {
        Replica replica = new Replica();
        replica.takeCatalog();
        replica.counted(counted);
        replica.models.publish(
                new Habits(130, 200, 200, Map.of(), Map.of(), Map.of(), new Popularity(0, 0, Map.of(), Map.of())),
                "learned of 200");
        boolean due = replica.learning.isDue(age);
        replica.learning.stop(new ShutdownEvent());
        return due;
    }

    @Test
    void howManyWereCounted_isKeptWithTheModel() {
        Replica replica = new Replica();
        replica.counted(150);
        replica.start();
        await().atMost(PATIENCE).until(() -> replica.habits().orders() == 130);
        replica.stop();
        assertEquals(150, replica.habits().counted());
        assertEquals(
                150,
                replica.learning.read(replica.learning.write(replica.habits())).counted());
    }

    @Test
    void modelOfAnotherFormat_isLearnedAnew() {
        archive.keep("habits", new ModelArchive.Kept("of another release", Instant.now()), 0, new byte[] {1, 2, 3})
                .await()
                .atMost(MOMENT);
        Replica replica = new Replica();
        replica.counted(130);
        replica.start();
        await().atMost(PATIENCE).until(() -> replica.habits().orders() == 130);
        replica.stop();
    }

    @Test
    void claim_isGivenToOnePerKind_untilItIsGivenBack() {
        assertTrue(archive.claim("habits", Duration.ofMinutes(5)).await().atMost(MOMENT));
        assertFalse(archive.claim("habits", Duration.ofMinutes(5)).await().atMost(MOMENT));
        assertTrue(archive.claim("likeness", Duration.ZERO).await().atMost(MOMENT));
        archive.release("habits").await().atMost(MOMENT);
        assertTrue(archive.claim("habits", Duration.ZERO).await().atMost(MOMENT));
        assertTrue(archive.claim("habits", Duration.ZERO).await().atMost(MOMENT), "that one ran out");
    }

    /** Models of several parts, of which the last two are kept. */
    @Test
    void parts_areBroughtTogetherAgain_andOldModelsGo() {
        byte[] bytes = new byte[3_000_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Instant time = Instant.parse("2026-01-01T00:00:00Z");
        for (int model = 0; model < 4; model++) {
            archive.keep("habits", new ModelArchive.Kept("v" + model, time.plusSeconds(model)), 0, bytes)
                    .await()
                    .atMost(MOMENT);
        }

        assertEquals(
                "v3",
                archive.latest("habits", 0).await().atMost(MOMENT).orElseThrow().version());
        assertTrue(Arrays.equals(bytes, archive.load("habits", "v3").await().atMost(MOMENT)));
        assertTrue(archive.latest("habits", 1).await().atMost(MOMENT).isEmpty());
        assertTrue(archive.latest("likeness", 0).await().atMost(MOMENT).isEmpty());
        assertEquals(2, DATABASE.number("select count(*) from learned_model"));
    }

    /** One process of the service. */
    private static final class Replica {
        private final ProductIds ids = new ProductIds();
        private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        private final BasketModels baskets = new BasketModels(metrics);
        private final CountBaskets counter = new CountBaskets(baskets, ids, COUNTING, metrics);
        private final CatalogReplica catalog = new CatalogReplica(metrics);
        private final HabitsModels models = new HabitsModels(metrics);
        private final LearnHabits learning = new LearnHabits(
                models,
                new PgOrderHistory(DATABASE.pool(), ids),
                baskets,
                catalog,
                ids,
                CONFIG,
                new PgModelArchive(DATABASE.pool()));

        Habits habits() {
            return models.current();
        }

        void counted(int orders) {
            List<Basket> all = IntStream.range(0, orders)
                    .mapToObj(number -> new Basket(number, List.of(new Basket.Line("tent", false))))
                    .toList();
            counter.take(all, orders).await().atMost(MOMENT);
            await().atMost(PATIENCE).until(() -> baskets.current().total() == orders);
        }

        void forgetOrders() {
            counter.forget().await().atMost(MOMENT);
            await().atMost(PATIENCE).until(() -> baskets.current().total() == 0);
        }

        void start() {
            takeCatalog();
            learning.start(new StartupEvent());
        }

        void takeCatalog() {
            CatalogBuilder builder = new CatalogBuilder(ids);
            List.of("tent", "mat", "stove", "mug").forEach(id -> builder.put(product(id)));
            catalog.publish(builder.publish("1", 1, _ -> 0));
        }

        void stop() {
            learning.stop(new ShutdownEvent());
        }

        private Product product(String id) {
            return new Product(
                    ids.numberOf(id),
                    id,
                    "",
                    new TypePath(List.of(id)),
                    "",
                    "",
                    LocalizedText.NONE,
                    Map.of(),
                    new Money("EUR", 1_000_000),
                    Optional.empty(),
                    Product.ALWAYS,
                    0,
                    0,
                    List.of(),
                    "",
                    false,
                    0);
        }
    }
}
