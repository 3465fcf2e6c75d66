package io.zugabe.segmentation.uplift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.assessment.AssessSubjects;
import io.zugabe.segmentation.assessment.AssessmentPipeline;
import io.zugabe.segmentation.assessment.AssessmentStore;
import io.zugabe.segmentation.assessment.ProfileGroups;
import io.zugabe.segmentation.assessment.StoredAssessments;
import io.zugabe.segmentation.assessment.domain.Assessed;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.feature.CurrentFeatures;
import io.zugabe.segmentation.feature.TraitStore;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.model.CurrentModels;
import io.zugabe.segmentation.model.ModelsInForce;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.uplift.domain.Calibration;
import io.zugabe.segmentation.uplift.domain.EffectModel;
import io.zugabe.segmentation.uplift.domain.FeatureEncoder;
import io.zugabe.segmentation.uplift.domain.Forest;
import io.zugabe.segmentation.uplift.domain.UpliftModel;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom the drift of a model counts. */
@Proves("C5")
class DriftCountTest {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Subject ANNA = Subject.customer("anna");

    private final OneStore store = new OneStore();
    private final OneProfile groups = new OneProfile();
    private final CurrentFeatures features = new CurrentFeatures(new NoTraits());
    private final AssessmentPipeline pipeline = (profile, revision, now) -> new Assessed(
            profile.subject(),
            revision,
            profile.version(),
            now,
            new FeatureVector(Map.of()),
            List.of(),
            ByteBuffer.allocate(0));
    private final List<Subject> counted = new ArrayList<>();
    private final StoredAssessments counts = assessed -> assessed.forEach(each -> counted.add(each.subject()));

    @Test
    void assessment_thatIsStored_isCounted() {
        assess();
        assertEquals(List.of(ANNA), counted);
    }

    @Test
    void assessment_thatIsNotStored_isNotCounted() {
        store.stores = false;
        assertThrows(IllegalStateException.class, this::assess);
        assertEquals(List.of(), counted);
    }

    @Test
    void scores_areGivenWithoutCounting_andCountedWhereTheyAreKept() {
        OneModel models = new OneModel();
        CurrentModels current = new CurrentModels(models, new SimpleMeterRegistry());
        ScoreUplift scoreUplift =
                new ScoreUplift(current, models, new NoEffect(), new NothingCosts(), new SimpleMeterRegistry());
        current.refresh().await().atMost(LONGEST);
        FeatureVector looked = new FeatureVector(Map.of());
        for (int i = 0; i < 1_000; i++) {
            assertTrue(scoreUplift.score(looked).isPresent());
        }
        assertEquals(0, models.drifts);
        CountAssessed counting = new CountAssessed(scoreUplift);
        Assessed kept = pipeline.assess(OneProfile.SERVED, 7, Instant.EPOCH);
        for (int i = 0; i < 1_000; i++) {
            counting.stored(List.of(kept));
        }
        assertEquals(1, models.drifts);
    }

    private void assess() {
        new AssessSubjects(
                        store,
                        groups,
                        pipeline,
                        features,
                        List.of(counts),
                        Clock.systemUTC(),
                        new SimpleMeterRegistry())
                .assess(Set.of(ANNA))
                .await()
                .atMost(LONGEST);
    }

    private static final class OneProfile implements ProfileGroups {

        static final ServedProfile SERVED =
                new ServedProfile(Profile.empty(ANNA, Limits.STANDARD), 1, List.of(), null, 0);

        @Override
        public Uni<Map<Subject, ServedProfile>> load(Collection<Subject> subjects) {
            return Uni.createFrom().item(Map.of(ANNA, SERVED));
        }

        @Override
        public Uni<Page> after(String key, int most) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class OneStore implements AssessmentStore {

        private boolean stores = true;

        @Override
        public Uni<Start> begin() {
            return Uni.createFrom().item(new Start(7, 0));
        }

        @Override
        public Uni<Boolean> save(Start start, Collection<Assessed> assessed, Set<Subject> dissolved) {
            return Uni.createFrom().item(stores);
        }

        @Override
        public Uni<Progress> progress() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Boolean> advance(long from, Progress to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Run> changed(long after, long upTo, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Page> assessedAfter(long revision, String key, int most) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NoTraits implements TraitStore {

        @Override
        public Uni<List<Feature>> load() {
            return Uni.createFrom().item(List.of());
        }

        @Override
        public Uni<Void> add(Map<String, Feature> traits) {
            return Uni.createFrom().voidItem();
        }
    }

    private static final class NoEffect implements UpliftBytes {

        @Override
        public byte[] encode(UpliftModel model) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UpliftModel decode(byte[] bytes) {
            Calibration flat = new Calibration(0, 0, 0, 0, 0, 0);
            return new UpliftModel(
                    new FeatureEncoder(List.of()),
                    true,
                    0,
                    false,
                    new EffectModel(0, List.of()),
                    flat,
                    new Forest(false, 0, List.of()),
                    flat,
                    0,
                    List.of());
        }
    }

    private record NothingCosts() implements UpliftSettings {

        @Override
        public Duration datasetRetention() {
            return Duration.ZERO;
        }

        @Override
        public int mostRows() {
            return 0;
        }

        @Override
        public double contactCost() {
            return 0;
        }

        @Override
        public double incentiveCost() {
            return 0;
        }
    }

    /** An uplift model in force; counts how often its drift was kept. */
    private static final class OneModel extends ModelsInForce {

        private int drifts;

        OneModel() {
            super(Map.of(UpliftTrainer.KIND, 1), new byte[0]);
        }

        @Override
        public Uni<Void> saveDrift(String kind, int version, Map<String, Double> populationStability) {
            drifts++;
            return Uni.createFrom().voidItem();
        }
    }
}
