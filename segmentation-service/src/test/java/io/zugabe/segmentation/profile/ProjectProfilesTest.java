package io.zugabe.segmentation.profile;

import static org.awaitility.Awaitility.await;
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
    private final InMemoryCache cache = new InMemoryCache();

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

    @Test
    void cache_awayForAWhile_getsEverythingItMissed() {
        cache.away = true;
        runToTheEnd(projector());
        assertEquals(Map.of(), cache.versions);
        assertEquals(0, store.progress.cachedPosition());
        cache.away = false;
        await().untilAsserted(() -> assertEquals(versions(), cache.versions));
    }

    @Test
    void instance_killedBeforeItWroteTheCache_isMadeUpForByTheNext() {
        cache.away = true;
        runToTheEnd(projector());
        InMemoryCache afterTheCrash = new InMemoryCache();
        ProjectProfiles next = projector(afterTheCrash);
        run(next);
        await().untilAsserted(() -> assertEquals(versions(), afterTheCrash.versions));
    }

    @Test
    void cache_thatFailsAgainstItsPromise_stopsNothingAndGetsEverythingItMissed() {
        cache.failing = true;
        runToTheEnd(projector());
        assertEquals(batch(), store.profiles);
        cache.failing = false;
        await().untilAsserted(() -> assertEquals(versions(), cache.versions));
    }

    private boolean commitFrom(long from, long to) {
        return store.commit(new ProfileStore.Progress(from, 0, 0), new ProfileStore.Progress(to, 0, 0), List.of())
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

    private Map<Subject, Long> versions() {
        Map<Subject, Long> versions = new HashMap<>();
        batch().forEach((subject, profile) -> versions.put(subject, profile.version()));
        return versions;
    }

    private ProjectProfiles projector() {
        return projector(cache);
    }

    private ProjectProfiles projector(ProfileCache to) {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        return new ProjectProfiles(log, log, store, new RefreshCache(store, to, metrics), metrics);
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
