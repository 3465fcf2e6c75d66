package io.zugabe.segmentation.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.model.domain.Decision;
import io.zugabe.segmentation.model.domain.ModelCard;
import io.zugabe.segmentation.model.domain.ModelVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which models an instance has when it begins to assess. */
@Proves("C5")
class ModelsAtStartTest {

    private final SlowModels store = new SlowModels();
    private final CurrentModels models = new CurrentModels(store, new SimpleMeterRegistry());

    @AfterEach
    void stop() {
        models.stop(new ShutdownEvent());
    }

    @Test
    void models_areInUseOnceTheServiceHasStarted_whateverIsWrongWithAnother() {
        CurrentModel<Integer> broken = models.follow("broken", model -> Integer.parseInt(text(model)));
        CurrentModel<String> sound = models.follow("sound", ModelsAtStartTest::text);
        models.start(new StartupEvent());
        assertEquals(Optional.of("learned"), sound.get());
        assertEquals(Optional.empty(), broken.get());
    }

    @Test
    void service_thatCannotSeeItsModels_doesNotStart() {
        store.away = true;
        models.follow("sound", ModelsAtStartTest::text);
        assertThrows(IllegalStateException.class, () -> models.start(new StartupEvent()));
    }

    private static String text(PublishedModel model) {
        return new String(model.payload(), StandardCharsets.UTF_8);
    }

    /** Two models in force, not read at once. */
    private static final class SlowModels implements ModelStore {

        private static final ModelCard CARD =
                new ModelCard("a test", 0, 1, List.of(), List.of(), new Decision(true, "fine"), List.of(), Map.of(), 1);

        private volatile boolean away;

        @Override
        public Uni<Map<String, Integer>> inForce() {
            return away
                    ? Uni.createFrom().failure(new IllegalStateException("away"))
                    : Uni.createFrom().item(Map.of("broken", 1, "sound", 1));
        }

        @Override
        public Uni<Optional<PublishedModel>> load(String kind, int version) {
            byte[] payload = "learned".getBytes(StandardCharsets.UTF_8);
            return Uni.createFrom()
                    .item(Optional.of(new PublishedModel(kind, version, payload, CARD)))
                    .onItem()
                    .delayIt()
                    .by(Duration.ofMillis(200));
        }

        @Override
        public Uni<List<ModelVersion>> list(String kind, String afterKind, int belowVersion, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Optional<Described>> find(String kind, int version) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Optional<ModelVersion>> publish(String kind, int version, String actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Optional<ModelVersion>> rollBack(String kind, int version, String actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> saveDrift(String kind, int version, Map<String, Double> populationStability) {
            throw new UnsupportedOperationException();
        }
    }
}
