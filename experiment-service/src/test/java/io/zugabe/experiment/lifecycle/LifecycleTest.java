package io.zugabe.experiment.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.ErrorReason;
import io.zugabe.experiment.domain.Actor;
import io.zugabe.experiment.domain.Examples;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.Plan;
import io.zugabe.experiment.domain.State;
import io.zugabe.experiment.domain.Transition;
import io.zugabe.experiment.running.RunningExperiments;
import io.zugabe.kit.error.KitReason;
import io.zugabe.kit.error.Reason;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.test.Proves;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Proves("E1")
class LifecycleTest {

    private static final Actor ANNA = new Actor("anna", "call-1");
    private static final UUID REQUEST = UUID.fromString("0b0f8a52-2e0f-4a3d-9a0c-1f6f9d9c0a01");

    private final InMemoryStore store = new InMemoryStore();
    private final RunningExperiments running = new RunningExperiments(store, new SimpleMeterRegistry());
    private final ChangeState change = new ChangeState(store, at(Examples.NOON));
    private final MoveExperiment move = new MoveExperiment(change, running);
    private final UpdateExperiment update = new UpdateExperiment(new ChangePlan(store), running);

    @Test
    void create_repeatedWithinADay_returnsTheFirstResponse() {
        Experiment first = create("e", REQUEST, Examples.NOON);
        await(move.move("e", Transition.START, "", ANNA));
        assertEquals(first, create("e", REQUEST, Examples.NOON.plus(Duration.ofHours(23))));
        assertRefused(
                ErrorReason.EXPERIMENT_EXISTS, () -> create("e", REQUEST, Examples.NOON.plus(Duration.ofHours(25))));
    }

    @Test
    void create_requestIdOfAnotherExperiment_isRefused() {
        create("e", REQUEST, Examples.NOON);
        assertRefused(KitReason.INVALID_REQUEST, () -> create("other", REQUEST, Examples.NOON));
    }

    @Test
    void start_thenStop_isAuditedAndAssignedByAtOnce() {
        create("e", null, Examples.NOON);
        assertEquals(
                State.RUNNING,
                await(move.move("e", Transition.START, "0", ANNA)).state());
        assertTrue(running.current().orElseThrow().contains("e"));
        assertEquals(
                State.STOPPED, await(move.move("e", Transition.STOP, "1", ANNA)).state());
        assertEquals(List.of(), running.current().orElseThrow().experiments());
        assertEquals(List.of("CREATE e call-1", "START e call-1", "STOP e call-1"), store.audit);
    }

    @Test
    void start_againstTheRules_isRefused() {
        create("e", null, Examples.NOON);
        create("f", null, Examples.NOON);
        assertRefused(ErrorReason.EXPERIMENT_NOT_FOUND, () -> await(move.move("g", Transition.START, "", ANNA)));
        assertRefused(ErrorReason.ETAG_MISMATCH, () -> await(move.move("e", Transition.START, "7", ANNA)));
        await(move.move("e", Transition.START, "", ANNA));
        assertRefused(ErrorReason.TRANSITION_NOT_ALLOWED, () -> await(move.move("e", Transition.START, "", ANNA)));
        ZugabeException taken =
                assertRefused(ErrorReason.LAYER_RANGE_TAKEN, () -> await(move.move("f", Transition.START, "", ANNA)));
        assertEquals("e", taken.metadata().get("other_experiment_id"));
        await(move.move("e", Transition.STOP, "", ANNA));
        assertEquals(
                State.RUNNING, await(move.move("f", Transition.START, "", ANNA)).state());
    }

    @Test
    void pause_keepsThePartOfTheLayer() {
        create("e", null, Examples.NOON);
        create("f", null, Examples.NOON);
        await(move.move("e", Transition.START, "", ANNA));
        await(move.move("e", Transition.PAUSE, "", ANNA));
        assertEquals(List.of(), running.current().orElseThrow().experiments());
        assertRefused(ErrorReason.LAYER_RANGE_TAKEN, () -> await(move.move("f", Transition.START, "", ANNA)));
        await(move.move("e", Transition.RESUME, "", ANNA));
        assertTrue(running.current().orElseThrow().contains("e"));
    }

    @Test
    void update_ofARunningExperiment_reachesAssignmentsAndMovesNobody() {
        create("e", null, Examples.NOON);
        await(move.move("e", Transition.START, "", ANNA));
        Plan plan = Examples.plan("e", "slot", 0, 1);
        Plan renamed = new Plan("Ranking by expected value", plan.hypothesis(), plan.design());
        assertRefused(ErrorReason.ETAG_MISMATCH, () -> await(update.update("e", "7", before -> renamed, ANNA)));
        await(update.update("e", "1", before -> renamed, ANNA));
        assertEquals(
                "Ranking by expected value",
                running.current().orElseThrow().experiments().getFirst().plan().name());
        ZugabeException refused = assertRefused(
                ErrorReason.CHANGE_NOT_ALLOWED,
                () -> await(update.update("e", "", before -> Examples.plan("e", "elsewhere", 0, 0.5), ANNA)));
        assertEquals("layer, layer_range", refused.metadata().get("fields"));
    }

    private Experiment create(String id, UUID requestId, Instant now) {
        return await(
                new CreateExperiment(store, store, at(now)).create(Examples.plan(id, "slot", 0, 1), requestId, ANNA));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(5));
    }

    private static ZugabeException assertRefused(Reason reason, org.junit.jupiter.api.function.Executable call) {
        ZugabeException refused = assertThrows(ZugabeException.class, call);
        assertEquals(reason, refused.reason());
        return refused;
    }
}
