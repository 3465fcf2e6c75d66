package io.zugabe.segmentation.population;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.assessment.ProfileGroups;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.identity.domain.Edge;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.model.Trained;
import io.zugabe.segmentation.model.TrainingContext;
import io.zugabe.segmentation.population.adapter.PopulationMessages;
import io.zugabe.segmentation.profile.ProfileStore;
import io.zugabe.segmentation.profile.domain.CustomerEvent;
import io.zugabe.segmentation.profile.domain.Happening;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.profile.domain.Stamp;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Proves("C3")
class LearnPopulationTest {

    private static final Instant NOW = Instant.parse("2026-06-30T00:00:00Z");
    private static final PopulationMessages CODEC = new PopulationMessages();
    private static final long EURO = 10_000;

    @Test
    void manyCrossBuyers_areLearnedFrom_toTheByte() {
        Trained trained = trainer(profiles(300)).train(new Quiet());

        assertTrue(trained.card().decision().publishable());
        assertEquals(300, trained.card().rows());
        assertArrayEquals(
                trained.payload(), trainer(profiles(300)).train(new Quiet()).payload());
        Population population = CODEC.decode(trained.payload());
        assertArrayEquals(trained.payload(), CODEC.encode(population));
        assertEquals(300, population.crossBuyers().peers());
        assertEquals(0.4, population.crossBuyers().marginRate(), 1e-9);
        assertEquals(2, population.returnCost());
    }

    @Test
    void fewCrossBuyers_areNotEnoughToTellWhoStandsOut() {
        assertFalse(trainer(profiles(20)).train(new Quiet()).card().decision().publishable());
    }

    @Test
    void noCrossBuyer_isRefusedWithTheReason() {
        ZugabeException refused =
                assertThrows(ZugabeException.class, () -> trainer(List.of()).train(new Quiet()));

        assertTrue(refused.text().startsWith("None of 0 customers"), refused.text());
    }

    private static LearnPopulation trainer(List<VersionedProfile> profiles) {
        PopulationSettings settings = () -> 2;
        return new LearnPopulation(
                new Position(profiles.size()),
                new Stored(profiles),
                CODEC,
                settings,
                "EUR",
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static List<VersionedProfile> profiles(int number) {
        List<VersionedProfile> profiles = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Subject subject = Subject.customer("c-%05d".formatted(i));
            Profile profile = Profile.empty(subject, Limits.STANDARD);
            for (int order = 0; order < 6; order++) {
                Instant time = NOW.minus(Duration.ofDays(20L * order + i % 17));
                long discount = (i + order) % 3 * EURO;
                // the tent's margin is 40 % of what was paid for it, whatever the discount; the soap's is unknown
                Happening.Line tent =
                        new Happening.Line("tent", 1, 50 * EURO, discount, (50 * EURO - discount) * 6 / 10, "outdoor");
                Happening.Line soap = new Happening.Line("soap", 2, 5 * EURO, 0, null, "bath");
                profile = profile.with(new CustomerEvent(
                        new Stamp(time, i + "-" + order), subject, new Happening.Purchased(List.of(tent, soap))));
            }
            profiles.add(new VersionedProfile(profile, i + 1));
        }
        return profiles;
    }

    private static final class Quiet implements TrainingContext {

        @Override
        public Map<String, String> parameters() {
            return Map.of();
        }

        @Override
        public long seed() {
            return 1;
        }

        @Override
        public void report(double progress, String step) {
            assertTrue(progress >= 0 && progress <= 1);
        }
    }

    /** Profiles, some to a page, in the order of their keys. */
    private record Stored(List<VersionedProfile> profiles) implements ProfileGroups {

        private static final int PAGE = 7;

        @Override
        public Uni<Map<Subject, ServedProfile>> load(Collection<Subject> subjects) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Page> after(String key, int most) {
            List<ServedProfile> page = profiles.stream()
                    .filter(profile -> profile.profile().subject().key().compareTo(key) > 0)
                    .sorted(Comparator.comparing(
                            profile -> profile.profile().subject().key()))
                    .limit(PAGE)
                    .map(profile -> new ServedProfile(profile.profile(), profile.version(), List.of(), null, 0))
                    .toList();
            return Uni.createFrom()
                    .item(new Page(
                            page,
                            page.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(page.getLast().subject().key())));
        }
    }

    private record Position(long position) implements ProfileStore {

        @Override
        public Uni<Progress> progress() {
            return Uni.createFrom().item(new Progress(position, 0));
        }

        @Override
        public Uni<List<VersionedProfile>> load(Collection<Subject> subjects) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Boolean> commit(
                Progress from, long to, Collection<VersionedProfile> changed, Collection<Edge> edges) {
            throw new UnsupportedOperationException();
        }
    }
}
