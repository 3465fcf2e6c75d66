package io.zugabe.recommendation.placements;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zugabe.recommendation.RecommendationDatabase;
import io.zugabe.recommendation.decision.domain.Placement;
import io.zugabe.recommendation.placements.adapter.PgPlacements;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A replica follows the rules that others set. */
class MerchandiseModelsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final RecommendationDatabase DATABASE = new RecommendationDatabase();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void changeThatIsSeenAfterOneWithAHigherNumber_isFollowed() {
        MerchandiseModels models = new MerchandiseModels(new PgPlacements(DATABASE.pool()), new NoPlacements());
        models.start(new StartupEvent());
        insert(6, Placement.CART);
        await().atMost(PATIENCE).until(() -> models.current().rules().keySet().equals(Set.of(Placement.CART)));
        long one = models.current().version();

        insert(5, Placement.HOME);
        await().atMost(PATIENCE)
                .until(() -> models.current().rules().keySet().equals(Set.of(Placement.CART, Placement.HOME)));
        assertNotEquals(one, models.current().version());
        models.stop(new ShutdownEvent());
    }

    private static void insert(long change, Placement placement) {
        DATABASE.execute("""
                insert into placement_change (change_id, placement, version, rules, author, note)
                overriding system value values (%d, '%s', 1, '', 'jane', '')""".formatted(change, placement));
    }
}
