package io.zugabe.segmentation.repeating;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatingTest {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofMillis(5);

    private final Repeating repeating = new Repeating("A test");
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void stop() {
        repeating.stop();
    }

    /** Every second run fails, by its result or before there is one. */
    private Uni<Integer> run() {
        int run = runs.incrementAndGet();
        if (run == 2) {
            throw new IllegalStateException("at once");
        }
        return run % 2 == 0
                ? Uni.createFrom().failure(new IllegalStateException("later"))
                : Uni.createFrom().item(run);
    }

    @Test
    void rhythm_goesOnWhateverFails() {
        repeating.every(SOON, this::run);
        await().atMost(LONGEST).until(() -> runs.get() > 6);
    }

    @Test
    void rhythm_beginsAfterItsFirstPause() {
        repeating.every(LONGEST, SOON, this::run);
        assertEquals(0, runs.get());
    }

    @Test
    void endlessWork_goesOnWhateverFails_untilItIsStopped() {
        repeating.endlessly(() -> run().onItem().delayIt().by(SOON));
        await().atMost(LONGEST).until(() -> runs.get() > 4);
        repeating.stop();
        int stopped = runs.get();
        await().during(Duration.ofMillis(300)).atMost(LONGEST).until(() -> runs.get() <= stopped + 1);
    }

    @Test
    void rest_isAsLongAsTheWorkAllows_andNoLonger() {
        long began = System.nanoTime();
        Repeating.rest(Duration.ofHours(1), 3, Duration.ofMillis(20)).await().atMost(LONGEST);
        assertTrue(System.nanoTime() - began >= Duration.ofMillis(20).toNanos());
    }
}
