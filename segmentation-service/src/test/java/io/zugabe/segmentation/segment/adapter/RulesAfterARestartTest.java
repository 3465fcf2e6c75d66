package io.zugabe.segmentation.segment.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.feature.CurrentFeatures;
import io.zugabe.segmentation.feature.TraitStore;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.feature.domain.Traits;
import io.zugabe.segmentation.segment.CurrentSegments;
import io.zugabe.segmentation.segment.FollowRules;
import io.zugabe.segmentation.segment.RulesChanged;
import io.zugabe.segmentation.segment.SegmentStore;
import io.zugabe.segmentation.segment.domain.LocalizedText;
import io.zugabe.segmentation.segment.domain.SegmentChange;
import io.zugabe.segmentation.segment.domain.SegmentDefinition;
import io.zugabe.segmentation.segment.domain.SegmentState;
import io.zugabe.segmentation.segment.domain.SegmentVersion;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What an instance that has just started makes of the rules in force. */
@Proves("C2")
class RulesAfterARestartTest {

    private static final String SEGMENT = "from-cologne";

    private final StoredTraits traits = new StoredTraits();
    private final Announcements announced = new Announcements();
    private final CurrentFeatures features = new CurrentFeatures(traits);
    private final CurrentSegments segments = new CurrentSegments(
            new OneSegment("trait_city == \"Köln\""), List::of, new SegmentConditions(new FeatureList(features)));
    private final FollowRules rules =
            new FollowRules(() -> Uni.createFrom().item(7L), features, List.of(segments), announced);

    @Test
    void segmentOnATrait_isInForceOnceTheServiceHasStarted() {
        traits.add(Map.of("city", Traits.feature("city", Feature.Type.TEXT, "")));
        catchUp();
        assertTrue(segments.book().find(SEGMENT).isPresent());
    }

    @Test
    void segment_isInForceAsSoonAsItsTraitIsKnown_andNobodyIsToldOfOtherRules() {
        catchUp();
        assertFalse(segments.book().find(SEGMENT).isPresent());
        traits.add(Map.of("city", Traits.feature("city", Feature.Type.TEXT, "")));
        features.refresh().await().atMost(Duration.ofSeconds(10));
        catchUp();
        assertTrue(segments.book().find(SEGMENT).isPresent());
        assertEquals(List.of(7L), announced.revisions);
    }

    private void catchUp() {
        rules.catchUp().await().atMost(Duration.ofMinutes(1));
    }

    /** Traits that stay when an instance goes. */
    private static final class StoredTraits implements TraitStore {

        private final List<Feature> stored = new CopyOnWriteArrayList<>();

        @Override
        public Uni<List<Feature>> load() {
            return Uni.createFrom().item(() -> List.copyOf(stored));
        }

        @Override
        public Uni<Void> add(Map<String, Feature> added) {
            stored.addAll(added.values());
            return Uni.createFrom().voidItem();
        }
    }

    /** A segment in force that nobody changes. */
    private record OneSegment(String expression) implements SegmentStore {

        @Override
        public Uni<List<SegmentVersion>> inForce() {
            SegmentDefinition definition = new SegmentDefinition(
                    SEGMENT, LocalizedText.EMPTY, LocalizedText.EMPTY, expression, LocalizedText.EMPTY);
            return Uni.createFrom()
                    .item(List.of(
                            new SegmentVersion(definition, 1, "jo", Instant.EPOCH, Optional.of(Instant.EPOCH), 0)));
        }

        @Override
        public Uni<Optional<SegmentState>> find(String segmentId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<List<SegmentState>> list(String after, int most, boolean archivedToo) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Long> count() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Uni<T> change(String segmentId, Function<Optional<SegmentState>, Uni<Write<T>>> decide) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<List<SegmentChange>> changes(String segmentId, long before, int most) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Announcements implements Event<RulesChanged> {

        private final List<Long> revisions = new ArrayList<>();

        @Override
        public void fire(RulesChanged event) {
            revisions.add(event.revision());
        }

        @Override
        public <U extends RulesChanged> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends RulesChanged> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<RulesChanged> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends RulesChanged> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends RulesChanged> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
