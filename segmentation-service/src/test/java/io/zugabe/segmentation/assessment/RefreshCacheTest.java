package io.zugabe.segmentation.assessment;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.assessment.domain.Assessed;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefreshCacheTest {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final InMemoryCache redis = new InMemoryCache();
    private final Stored stored = new Stored();
    private final RefreshCache refreshCache = new RefreshCache(stored, stored, redis, new SimpleMeterRegistry());

    /** Profiles by subject, as the database has them. */
    private static final class Stored implements AssessmentStore, ProfileGroups {

        private final Map<Subject, ServedProfile> profiles = new ConcurrentHashMap<>();
        private volatile boolean away;

        @Override
        public Uni<Map<Subject, ServedProfile>> load(Collection<Subject> subjects) {
            return Uni.createFrom().item(() -> {
                if (away) {
                    throw new IllegalStateException("the database is away");
                }
                Map<Subject, ServedProfile> found = new HashMap<>(profiles);
                found.keySet().retainAll(subjects);
                return found;
            });
        }

        @Override
        public Uni<AssessmentStore.Page> assessedAfter(long revision, String key, int most) {
            return Uni.createFrom()
                    .item(() -> new AssessmentStore.Page(
                            key.isEmpty() ? List.copyOf(profiles.keySet()) : List.of(),
                            key.isEmpty() ? Optional.of("last") : Optional.empty()));
        }

        @Override
        public Uni<ProfileGroups.Page> after(String key, int most) {
            throw new UnsupportedOperationException("nobody is swept");
        }

        @Override
        public Uni<Start> begin() {
            throw new UnsupportedOperationException("nobody is assessed");
        }

        @Override
        public Uni<Boolean> save(Start start, Collection<Assessed> assessed, Set<Subject> dissolved) {
            throw new UnsupportedOperationException("nobody is assessed");
        }

        @Override
        public Uni<Progress> progress() {
            throw new UnsupportedOperationException("nobody is assessed");
        }

        @Override
        public Uni<Boolean> advance(long from, Progress to) {
            throw new UnsupportedOperationException("nobody is assessed");
        }

        @Override
        public Uni<Run> changed(long after, long upTo, int most) {
            throw new UnsupportedOperationException("nobody is assessed");
        }
    }

    @Test
    @Proves("C10")
    void somebodyErased_whileTheCacheIsAway_doesNotComeBackWithIt() {
        ServedProfile erased = store("erased", 5);
        ServedProfile other = store("other", 6);
        redis.away = true;
        write(List.of(erased, other), 6);
        stored.profiles.remove(erased.subject());
        redis.away = false;
        await().atMost(LONGEST).until(() -> refreshCache.reached() == 6);
        assertEquals(Map.of(other.subject(), 6L), redis.versions);
    }

    @Test
    void profilesMissed_areWrittenAsTheyAreThen_alsoIfTheDatabaseWasAway() {
        List<ServedProfile> all =
                IntStream.range(0, 2_500).mapToObj(i -> store("c-" + i, i + 1)).toList();
        redis.away = true;
        write(all, 2_500);
        store("c-7", 3_000);
        stored.away = true;
        redis.away = false;
        await().during(Duration.ofMillis(1_500))
                .atMost(LONGEST)
                .until(() -> refreshCache.reached() == 0 && redis.versions.isEmpty());
        stored.away = false;
        await().atMost(LONGEST).until(() -> refreshCache.reached() == 2_500);
        assertEquals(2_500, redis.versions.size());
        assertEquals(3_000, redis.versions.get(Subject.customer("c-7")));
    }

    @Test
    void untilWhatIsAssessedOutOfTurnIsHandedIn_theCacheIsNotKnownToHaveWhatCameAfterItBegan() {
        write(List.of(store("c-1", 5)), 5);
        List<UniEmitter<? super List<ServedProfile>>> assessing = new ArrayList<>();
        UniAssertSubscriber<Void> outOfTurn = refreshCache
                .writeOutOfTurn(Uni.createFrom().<List<ServedProfile>>emitter(assessing::add))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());

        write(List.of(store("c-2", 7)), 7);
        assertEquals(5, refreshCache.reached(), "who is assessed out of turn may have got revision 6");

        assessing.getFirst().complete(List.of(store("c-3", 6)));
        outOfTurn.awaitItem(LONGEST);
        assertEquals(7, refreshCache.reached());
        assertEquals(6, redis.versions.get(Subject.customer("c-3")));
    }

    @Test
    void outOfTurn_failed_holdsNothingUp() {
        write(List.of(store("c-1", 5)), 5);

        refreshCache
                .writeOutOfTurn(Uni.createFrom().failure(new IllegalStateException("somebody was erased meanwhile")))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.<Void>create())
                .awaitFailure(LONGEST);

        assertEquals(5, refreshCache.reached());
    }

    private ServedProfile store(String customer, long version) {
        Subject subject = Subject.customer(customer);
        ServedProfile profile = new ServedProfile(Profile.empty(subject, Limits.STANDARD), version, List.of(), null, 0);
        stored.profiles.put(subject, profile);
        return profile;
    }

    private void write(List<ServedProfile> profiles, long revision) {
        refreshCache.write(profiles, revision).await().atMost(LONGEST);
    }
}
