package io.zugabe.segmentation.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.InMemoryStore.Fault;
import io.zugabe.segmentation.profile.ProjectProfiles.Outcome;
import io.zugabe.segmentation.profile.ProjectProfiles.Result;
import io.zugabe.segmentation.profile.domain.CustomerEvent;
import io.zugabe.segmentation.profile.domain.Happening;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.profile.domain.Stamp;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each event counts once, whatever crashes. */
@Proves("C1")
class ProjectProfilesTest {

    private static final int EVENTS = 100;
    private static final int RUN = 7;

    private final List<CustomerEvent> events = IntStream.range(0, EVENTS)
            .mapToObj(i -> new CustomerEvent(
                    new Stamp(Instant.EPOCH.plusSeconds(i), "e-" + i),
                    Subject.customer("c-" + i % 3),
                    new Happening.Viewed(List.of("p-" + i % 11))))
            .toList();
    private final InMemoryLog log = new InMemoryLog(events, RUN);
    private final InMemoryStore store = new InMemoryStore();

    @Test
    void projection_undisturbed_equalsTheBatch() {
        runToTheEnd(projector());
        assertEquals(batch(), store.profiles);
    }

    @Test
    void crash_beforeTheCommit_losesNothing() {
        ProjectProfiles projector = projector();
        run(projector);
        store.faults.add(Fault.BEFORE_COMMIT);
        assertThrows(IllegalStateException.class, () -> run(projector));
        runToTheEnd(projector());
        assertEquals(batch(), store.profiles);
    }

    @Test
    void crash_betweenCommitAndAnswer_doublesNothing() {
        ProjectProfiles projector = projector();
        run(projector);
        store.faults.add(Fault.AFTER_COMMIT);
        assertThrows(IllegalStateException.class, () -> run(projector));
        runToTheEnd(projector());
        assertEquals(batch(), store.profiles);
    }

    @Test
    void twoInstances_takingTurns_countEachEventOnce() {
        ProjectProfiles one = projector();
        ProjectProfiles other = projector();
        Result result = run(one);
        while (result.outcome() != Outcome.CAUGHT_UP) {
            run(other);
            result = run(one);
        }
        assertEquals(batch(), store.profiles);
    }

    @Test
    void instance_overtakenWhileItComputed_storesNothing() {
        assertEquals(true, commitFrom(0, 5));
        assertEquals(false, commitFrom(0, 9));
        assertEquals(5, store.progress.position());
    }

    private boolean commitFrom(long from, long to) {
        return store.commit(new ProfileStore.Progress(from, 0), to, List.of(), List.of())
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    private Map<Subject, VersionedProfile> batch() {
        Map<Subject, VersionedProfile> profiles = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            CustomerEvent event = events.get(i);
            VersionedProfile before = profiles.get(event.subject());
            Profile profile = before == null ? Profile.empty(event.subject(), Limits.STANDARD) : before.profile();
            profiles.put(event.subject(), new VersionedProfile(profile.with(event), i + 1));
        }
        return profiles;
    }

    private ProjectProfiles projector() {
        return new ProjectProfiles(log, log, store, new ProfilesAdvanced(), new SimpleMeterRegistry());
    }

    private static void runToTheEnd(ProjectProfiles projector) {
        while (run(projector).outcome() != Outcome.CAUGHT_UP) {
            // each run takes the next few events
        }
    }

    private static Result run(ProjectProfiles projector) {
        return projector.project(EVENTS).await().atMost(Duration.ofSeconds(5));
    }
}
