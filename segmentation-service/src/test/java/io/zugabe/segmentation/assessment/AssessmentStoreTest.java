package io.zugabe.segmentation.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.assessment.AssessmentStore.Page;
import io.zugabe.segmentation.assessment.AssessmentStore.Start;
import io.zugabe.segmentation.assessment.domain.Assessed;
import io.zugabe.segmentation.assessment.domain.Assessed.InSegment;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.log.domain.Subject;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "segmentation"))
class AssessmentStoreTest {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Behind every key of other tests. */
    private static final String BEFORE = "zz-";

    @Inject
    AssessmentStore store;

    @Inject
    Pool pool;

    @Test
    void pages_ofAFewKeys_giveEveryNewAssessmentOnceAndEnd() {
        Start start = get(store.begin());
        List<Subject> subjects = IntStream.range(0, 20)
                .mapToObj(i -> Subject.customer("zz-%02d".formatted(i)))
                .toList();
        assertTrue(save(start, subjects));
        List<Subject> found = new ArrayList<>();
        Optional<String> key = Optional.of(BEFORE);
        while (key.isPresent()) {
            Page page = get(store.assessedAfter(start.revision() - 1, key.get(), 3));
            assertTrue(page.subjects().size() <= 3);
            found.addAll(page.subjects());
            key = page.lastKey();
        }
        assertEquals(subjects, found);
        assertEquals(
                List.of(),
                get(store.assessedAfter(start.revision(), BEFORE, 30)).subjects());
    }

    @Test
    void assessment_thatIsStale_changesNeitherProfileNorSegments() {
        Subject subject = Subject.customer(Events.unique("c"));
        Start stale = get(store.begin());
        Start later = get(store.begin());
        assertTrue(get(store.save(later, List.of(assessed(subject, later, "new", "both")), Set.of())));
        assertTrue(get(store.save(stale, List.of(assessed(subject, stale, "old", "both")), Set.of())));
        assertEquals(Map.of("new", 1, "both", 1), segments(subject));
    }

    @Test
    void segments_leftAndEntered_areThoseOfTheLatestAssessment() {
        Subject subject = Subject.customer(Events.unique("c"));
        Start first = get(store.begin());
        assertTrue(get(store.save(first, List.of(assessed(subject, first, "a", "b")), Set.of())));
        Start second = get(store.begin());
        assertTrue(get(store.save(second, List.of(assessed(subject, second, "b", "c")), Set.of())));
        assertEquals(Map.of("b", 1, "c", 1), segments(subject));
        assertTrue(get(store.save(get(store.begin()), List.of(), Set.of(subject))));
        assertEquals(Map.of(), segments(subject));
    }

    @Test
    void assessment_begunBeforeAnErasure_isNotStored() {
        Start start = get(store.begin());
        get(pool.query("update projection set erasures = erasures + 1").execute());
        assertFalse(save(start, List.of(Subject.customer(Events.unique("c")))));
    }

    private boolean save(Start start, List<Subject> subjects) {
        return get(store.save(
                start,
                subjects.stream().map(subject -> assessed(subject, start)).toList(),
                Set.of()));
    }

    private static Assessed assessed(Subject subject, Start start, String... segments) {
        return new Assessed(
                subject,
                start.revision(),
                1,
                Events.NOON,
                new FeatureVector(Map.of()),
                List.of(segments).stream()
                        .map(segment -> new InSegment(segment, 1, Events.NOON))
                        .toList(),
                ByteBuffer.allocate(0));
    }

    private Map<String, Integer> segments(Subject subject) {
        Map<String, Integer> segments = new TreeMap<>();
        get(pool.preparedQuery("select segment_id, segment_version from segment_membership where subject = $1")
                        .execute(Tuple.of(subject.key())))
                .forEach(row -> segments.put(row.getString(0), row.getInteger(1)));
        return segments;
    }

    private static <T> T get(Uni<T> result) {
        return result.await().atMost(LONGEST);
    }
}
