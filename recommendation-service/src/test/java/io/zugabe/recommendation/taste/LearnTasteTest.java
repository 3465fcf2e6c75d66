package io.zugabe.recommendation.taste;

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
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.replica.domain.CatalogBuilder;
import io.zugabe.recommendation.taste.adapter.PgPurchaseHistory;
import io.zugabe.recommendation.taste.adapter.PgTasteArchive;
import io.zugabe.recommendation.taste.domain.Approach.Method;
import io.zugabe.recommendation.taste.domain.TasteModelBytes;
import it.unimi.dsi.fastutil.ints.Int2FloatMaps;
import it.unimi.dsi.fastutil.ints.IntList;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders in PostgreSQL become a model that is served, kept, found again after a restart, and given up with its log. */
class LearnTasteTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration MOMENT = Duration.ofSeconds(20);
    private static final RecommendationDatabase DATABASE = new RecommendationDatabase();

    private static final TasteConfig CONFIG = new TasteConfig() {
        @Override
        public Duration lookEvery() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration every() {
            return Duration.ofHours(1);
        }

        @Override
        public double growth() {
            return 0.5;
        }

        @Override
        public int leastBaskets() {
            return 4;
        }

        @Override
        public int mostBaskets() {
            return 1_000;
        }

        @Override
        public int mostProducts() {
            return 100;
        }

        @Override
        public int mostDenseProducts() {
            return 100;
        }

        @Override
        public double heapShare() {
            return 0.25;
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

    private final PgTasteArchive archive = new PgTasteArchive(DATABASE.pool());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void orders() {
        DATABASE.execute("""
                truncate basket_line, basket, taste_model, taste_model_part restart identity;
                update taste_learning set claimed_until = '-infinity';
                update log_position set generation = 0;
                insert into basket (order_id, subject, order_time)
                select 'o-' || n, case when n % 2 = 0 then 'c:anna' else 'v:' || n end, now() - n * interval '1 day'
                from generate_series(1, 6) n;
                insert into basket_line (basket_no, product_id, quantity, returned)
                select basket_no, product, 2, case when product = 'stove' then 2 else 0 end
                from basket, unnest(array['tent', 'mat', 'stove']) product""");
    }

    @Test
    @Proves("O5")
    void orders_becomeAModel_thatARestartServes() {
        Replica first = new Replica();
        first.counted(6);
        first.start();
        await().atMost(PATIENCE).until(() -> first.models.model().baskets() == 6);
        first.stop();
        assertEquals(Method.EASE, first.models.model().approach().method());
        assertEquals(List.of("mat", "tent"), first.models.model().products(), "stoves came back, all of them");
        assertTrue(first.lacks("tent", "mat"));

        // no orders are counted yet, so there is nothing to learn from
        Replica restarted = new Replica();
        restarted.start();
        await().atMost(PATIENCE).until(() -> restarted.models.model().baskets() == 6);
        restarted.stop();
        assertEquals(
                first.models.current().version(), restarted.models.current().version());
        assertTrue(restarted.lacks("tent", "mat"));
    }

    @Test
    void replacedLog_takesItsModelAway() {
        Replica replica = new Replica();
        replica.counted(6);
        replica.start();
        await().atMost(PATIENCE).until(() -> replica.models.model().baskets() == 6);
        replica.counted(0);
        await().atMost(PATIENCE).until(() -> replica.baskets.current().total() == 0);

        DATABASE.execute("update log_position set generation = generation + 1");

        await().atMost(PATIENCE).until(() -> replica.models.current().version().equals("none"));
        replica.stop();
    }

    @Test
    void growth_isLearned_andOfOldModelsOneStays() {
        Replica replica = new Replica();
        replica.counted(6);
        replica.start();
        await().atMost(PATIENCE).until(() -> replica.models.model().baskets() == 6);
        for (int more : new int[] {9, 14, 21}) {
            DATABASE.execute("""
                    insert into basket (order_id, subject, order_time)
                    select 'p-' || n, 'c:' || n, now() from generate_series((select count(*) from basket), %d - 1) n
                    on conflict do nothing;
                    insert into basket_line (basket_no, product_id, quantity) select basket_no, 'tent', 1 from basket
                    on conflict do nothing""".formatted(more));
            replica.counted(more);
            await().atMost(PATIENCE).until(() -> replica.models.model().baskets() == more);
        }
        replica.stop();

        assertEquals(2, DATABASE.number("select count(*) from taste_model"));
    }

    @Test
    void claim_isGivenToOne_untilItIsGivenBack() {
        assertTrue(archive.claim(Duration.ofMinutes(5)).await().atMost(MOMENT));
        assertFalse(archive.claim(Duration.ofMinutes(5)).await().atMost(MOMENT));
        archive.release().await().atMost(MOMENT);
        assertTrue(archive.claim(Duration.ZERO).await().atMost(MOMENT));
        assertTrue(archive.claim(Duration.ZERO).await().atMost(MOMENT), "that one ran out");
    }

    /** A model of several parts. */
    @Test
    void parts_areBroughtTogetherAgain() {
        byte[] bytes = new byte[3_000_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        TasteArchive.Kept kept =
                new TasteArchive.Kept(TasteModelBytes.version(bytes), Instant.parse("2026-01-01T00:00:00Z"));

        archive.keep(kept, 0, bytes).await().atMost(MOMENT);

        assertEquals(kept, archive.latest(0).await().atMost(MOMENT).orElseThrow());
        assertTrue(Arrays.equals(bytes, archive.load(kept.version()).await().atMost(MOMENT)));
        assertTrue(archive.latest(1).await().atMost(MOMENT).isEmpty());
    }

    /** One process of the service. */
    private final class Replica {
        private final ProductIds ids = new ProductIds();
        private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        private final BasketModels baskets = new BasketModels(metrics);
        private final CountBaskets counter = new CountBaskets(baskets, ids, COUNTING, metrics);
        private final CatalogReplica catalog = new CatalogReplica(metrics);
        private final TasteModels models = new TasteModels(ids, metrics);
        private final LearnTaste learning = new LearnTaste(
                models,
                archive,
                new GatherPurchases(new PgPurchaseHistory(DATABASE.pool()), catalog, CONFIG),
                baskets,
                CONFIG);

        void counted(int orders) {
            if (orders == 0) {
                counter.forget().await().atMost(MOMENT);
                return;
            }
            List<Basket> all = IntStream.range(0, orders)
                    .mapToObj(number -> new Basket(number, List.of(new Basket.Line("tent", false))))
                    .toList();
            counter.take(all, orders).await().atMost(MOMENT);
            await().atMost(PATIENCE).until(() -> baskets.current().total() == orders);
        }

        void start() {
            catalog.publish(new CatalogBuilder(ids).publish("1", 1, _ -> 0));
            learning.start(new StartupEvent());
        }

        void stop() {
            learning.stop(new ShutdownEvent());
        }

        boolean lacks(String basket, String product) {
            return models.current().lacking(IntList.of(ids.find(basket)), Int2FloatMaps.EMPTY_MAP, 10, 0).stream()
                    .anyMatch(lacking -> lacking.product() == ids.find(product));
        }
    }
}
