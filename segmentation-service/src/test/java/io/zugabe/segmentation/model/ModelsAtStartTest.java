package io.zugabe.segmentation.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.test.Proves;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    private static final class SlowModels extends ModelsInForce {

        private volatile boolean away;

        SlowModels() {
            super(Map.of("broken", 1, "sound", 1), "learned".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Uni<Map<String, Integer>> inForce() {
            return away ? Uni.createFrom().failure(new IllegalStateException("away")) : super.inForce();
        }

        @Override
        public Uni<Optional<PublishedModel>> load(String kind, int version) {
            return super.load(kind, version).onItem().delayIt().by(Duration.ofMillis(200));
        }
    }
}
