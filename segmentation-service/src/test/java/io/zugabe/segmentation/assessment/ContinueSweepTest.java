package io.zugabe.segmentation.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.assessment.domain.Sweep;
import io.zugabe.segmentation.feature.CurrentFeatures;
import io.zugabe.segmentation.feature.TraitStore;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.segment.FollowRules;
import io.zugabe.segmentation.segment.RulesChanged;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

@Proves("C2")
class ContinueSweepTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Subject ANNA = Subject.customer("anna");

    private final List<String> done = new ArrayList<>();
    private final ContinueSweep continueSweep = new ContinueSweep(
            new FakeSweeps(),
            new FollowRules(
                    () -> Uni.createFrom().item(7L),
                    new CurrentFeatures(new NoTraits()),
                    List.of(revision -> Uni.createFrom()
                            .item(() -> done.add("follow " + revision))
                            .replaceWithVoid()),
                    new FakeEvent()),
            Clock.fixed(NOW, ZoneOffset.UTC),
            Duration.ofDays(1));

    @Test
    void sweep_ofAReplicaThatHasNotHeardOfTheRules_followsThemBeforeAnybodyIsAssessed() {
        assertEquals(List.of(ANNA), continueSweep.next(10).await().indefinitely());
        continueSweep.done().await().indefinitely();
        assertEquals(List.of("begin", "follow 7", "next", "advance"), done);
        assertEquals(List.of(), continueSweep.next(10).await().indefinitely());
        assertEquals(List.of("next", "end"), done.subList(4, done.size()));
        assertEquals(List.of(), continueSweep.next(10).await().indefinitely());
        assertEquals(6, done.size(), "none is due");
    }

    /** One customer. */
    private final class FakeSweeps implements Sweeps {

        private Sweep sweep = new Sweep(2, "rules of revision 7", 1, "", 0, 0, null, null);

        @Override
        public Uni<Sweep> read() {
            return Uni.createFrom().item(sweep);
        }

        @Override
        public Uni<Void> request(String cause, String reason) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public Uni<Void> begin(Sweep before) {
            sweep = new Sweep(2, before.reason(), 2, "", 0, 1, NOW, null);
            return did("begin");
        }

        @Override
        public Uni<Boolean> claim(Sweep running) {
            return Uni.createFrom().item(true);
        }

        @Override
        public Uni<List<Subject>> next(Sweep from, int most) {
            return did("next").replaceWith(from.key().isEmpty() ? List.of(ANNA) : List.of());
        }

        @Override
        public Uni<Void> advance(Sweep from, List<Subject> assessed) {
            sweep = new Sweep(2, from.reason(), 2, assessed.getLast().key(), 1, 1, NOW, null);
            return did("advance");
        }

        @Override
        public Uni<Void> end(Sweep ended) {
            sweep = new Sweep(2, ended.reason(), 2, ended.key(), 1, 1, NOW, NOW);
            return did("end");
        }

        private Uni<Void> did(String what) {
            done.add(what);
            return Uni.createFrom().voidItem();
        }
    }

    private static final class NoTraits implements TraitStore {

        @Override
        public Uni<List<Feature>> load() {
            return Uni.createFrom().item(List.of());
        }

        @Override
        public Uni<Void> add(Map<String, Feature> traits) {
            throw new UnsupportedOperationException();
        }
    }

    /** Nobody listens. */
    private static final class FakeEvent implements Event<RulesChanged> {

        @Override
        public void fire(RulesChanged event) {}

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
            throw new UnsupportedOperationException();
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
