package io.zugabe.recommendation.sessions.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

@Proves("O5")
class SessionIndexTest {

    private static final long GAP = 1_800;
    private static final int PRODUCTS = 14;
    private static final int EVERYTHING = 1_000;

    @Test
    void visit_countsWithItsSecondProduct_andOnceHoweverOftenItReturns() {
        SessionIndex index = new SessionIndex(10, 10, GAP);
        index.take(new Click(7, 1, 1, 100));
        assertEquals(0, index.publish(1).total());
        assertEquals(0, index.publish(1).sessionsWith(1));

        index.take(new Click(7, 1, 2, 110));
        index.take(new Click(7, 1, 1, 120));

        SessionModel model = index.publish(3);
        assertEquals(1, model.total());
        assertEquals(1, model.sessionsWith(1));
        assertArrayEquals(new int[] {1, 2}, model.productsOf(0));
        assertEquals(3, model.position());
    }

    @Test
    void longPause_beginsANewSession() {
        SessionIndex index = new SessionIndex(10, 10, GAP);
        index.take(new Click(7, 1, 1, 0));
        index.take(new Click(7, 1, 2, GAP));
        index.take(new Click(7, 1, 3, 2 * GAP + 1));
        index.take(new Click(7, 1, 4, 2 * GAP));

        assertArrayEquals(new int[] {1, 2}, index.publish(0).productsOf(0));
        assertArrayEquals(new int[] {3, 4}, index.publish(0).productsOf(1));
    }

    @Test
    void robot_isCutOff() {
        SessionIndex index = new SessionIndex(10, 10, GAP);
        IntStream.rangeClosed(1, 100).forEach(product -> index.take(new Click(7, 1, product, 0)));

        assertEquals(SessionIndex.MOST_PRODUCTS, index.publish(0).productsOf(0).length);
        assertEquals(0, index.publish(0).sessionsWith(SessionIndex.MOST_PRODUCTS + 1));
    }

    @Test
    void published_doesNotChangeAnyMore() {
        SessionIndex index = new SessionIndex(2, 10, GAP);
        index.take(new Click(1, 1, 1, 0));
        index.take(new Click(1, 1, 2, 0));
        SessionModel before = index.publish(2);

        for (int key = 2; key < 9; key++) {
            index.take(new Click(key, 1, 1, 0));
            index.take(new Click(key, 1, 3, 0));
        }

        assertEquals(1, before.total());
        assertEquals(1, before.sessionsWith(1));
        assertArrayEquals(new int[] {1, 2}, before.productsOf(0));
        assertEquals(2, index.publish(0).sessionsWith(1));
    }

    @Property(tries = 300)
    void incremental_equalsFromScratch(@ForAll long seed) {
        Random random = new Random(seed);
        int capacity = 3 + random.nextInt(20);
        Neighbourhood parameters =
                new Neighbourhood(1 + random.nextInt(8), 1 + random.nextInt(6), 1 + random.nextInt(4));
        SessionIndex index = new SessionIndex(capacity, parameters.sample(), GAP);
        VmisKnn search = new VmisKnn(parameters);
        List<Click> clicks = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Click click = click(random);
            clicks.add(click);
            index.take(click);
            if (i % 20 == 19) {
                RebuiltSessions rebuilt = new RebuiltSessions(clicks, capacity, GAP, parameters, Set.of());
                compare(index.publish(i), rebuilt, search, random);
            }
        }
    }

    @Property(tries = 200)
    void erasedPeople_areAsIfTheyHadNeverCome(@ForAll long seed) {
        Random random = new Random(seed);
        Neighbourhood parameters = new Neighbourhood(200, 5, 4);
        SessionIndex index = new SessionIndex(200, 200, GAP);
        List<Click> clicks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Click click = click(random);
            clicks.add(click);
            index.take(click);
        }
        Set<Long> erased = Set.of(1L, 3L);

        index.forget(new LongOpenHashSet(erased));

        RebuiltSessions rebuilt = new RebuiltSessions(clicks, 200, GAP, parameters, erased);
        compare(index.publish(0), rebuilt, new VmisKnn(parameters), random);
        for (int session = index.oldest(); session < index.next(); session++) {
            Session left = index.session(session);
            assertTrue(!erased.contains(left.owner()) && (left.owner() != 0 || left.key() == 0), "seed " + seed);
        }
    }

    @Property(tries = 200)
    void restored_goesOnAsBefore(@ForAll long seed) {
        Random random = new Random(seed);
        int capacity = 3 + random.nextInt(20);
        Neighbourhood parameters = new Neighbourhood(50, 6, 4);
        SessionIndex index = new SessionIndex(capacity, 50, GAP);
        for (int i = 0; i < 80; i++) {
            index.take(click(random));
        }
        index.forget(LongOpenHashSet.of(2L));
        SessionIndex restored = new SessionIndex(capacity, 50, GAP);
        IntStream.range(index.oldest(), index.next()).mapToObj(index::session).forEach(restored::restore);
        for (int i = 0; i < 40; i++) {
            Click click = click(random);
            index.take(click);
            restored.take(click);
        }

        assertEquals(index.next(), restored.next());
        SessionModel expected = index.publish(1);
        SessionModel model = restored.publish(1);
        assertEquals(expected.total(), model.total(), "seed " + seed);
        for (int product = 0; product <= PRODUCTS; product++) {
            assertArrayEquals(expected.rowOf(product), model.rowOf(product), "seed " + seed);
        }
        VmisKnn search = new VmisKnn(parameters);
        int[] visit = visit(random);
        assertEquals(scores(expected, visit, search), scores(model, visit, search), "seed " + seed);
    }

    @Property(tries = 100)
    void memory_isBounded(@ForAll long seed) {
        Random random = new Random(seed);
        int capacity = 1 + random.nextInt(12);
        int sample = 1 + random.nextInt(5);
        SessionIndex index = new SessionIndex(capacity, sample, GAP);
        for (int i = 0; i < 400; i++) {
            index.take(new Click(random.nextInt(60), 1, 1 + random.nextInt(100), random.nextInt(100_000)));
            assertTrue(index.next() - index.oldest() <= capacity);
        }
        SessionModel model = index.publish(0);
        int linked = 0;
        for (int product = 0; product <= 100; product++) {
            assertTrue(model.rowOf(product).length <= sample + 1, "seed " + seed);
            linked += model.sessionsWith(product);
        }
        int held = 0;
        for (int session = index.oldest(); session < index.next(); session++) {
            int products = model.productsOf(session).length;
            held += products < 2 ? 0 : products;
        }
        assertEquals(held, linked, "seed " + seed);
    }

    @Test
    void dirtyPages_areThoseSinceTheLastCall() {
        SessionIndex index = new SessionIndex(10_000, 10, GAP);
        for (int key = 1; key <= 2 * SessionIndex.PAGE + 1; key++) {
            index.take(new Click(key, 1, 1, 0));
        }
        assertArrayEquals(new int[] {0, 1, 2}, index.takeDirtyPages());

        index.take(new Click(SessionIndex.PAGE + 1, 1, 2, 0));

        assertArrayEquals(new int[] {1}, index.takeDirtyPages());
        assertArrayEquals(new int[0], index.takeDirtyPages());
    }

    @Test
    void gapInWhatIsRestored_isRefused() {
        SessionIndex index = new SessionIndex(10, 10, GAP);
        index.restore(new Session(5, 1, 1, 0, new int[] {1}));

        assertThrows(IllegalArgumentException.class, () -> index.restore(new Session(7, 2, 1, 0, new int[] {1})));
    }

    @Test
    void cleared_isAsIfNewlyMade() {
        SessionIndex index = new SessionIndex(10, 10, GAP);
        index.take(new Click(1, 1, 1, 0));
        index.take(new Click(1, 1, 2, 0));

        index.clear();

        assertEquals(0, index.publish(0).total());
        assertEquals(0, index.publish(0).sessionsWith(1));
        index.take(new Click(1, 1, 3, 0));
        assertArrayEquals(new int[] {3}, index.publish(0).productsOf(0));
    }

    private static Click click(Random random) {
        long person = 1 + random.nextInt(6);
        return new Click(person * 10 + random.nextInt(2), person, 1 + random.nextInt(PRODUCTS), random.nextInt(6_000));
    }

    private static int[] visit(Random random) {
        return random.ints(1 + random.nextInt(6), 1, PRODUCTS + 1).toArray();
    }

    private static void compare(SessionModel model, RebuiltSessions rebuilt, VmisKnn search, Random random) {
        assertEquals(rebuilt.total(), model.total());
        for (int question = 0; question < 5; question++) {
            int[] visit = visit(random);
            Map<Integer, Double> expected = rebuilt.predict(visit, Set.of(visit[visit.length - 1]));
            SessionPrediction predicted =
                    search.predict(model, visit, new int[] {visit[visit.length - 1]}, EVERYTHING, product -> true);
            assertEquals(expected.size(), predicted.size());
            for (int place = 0; place < predicted.size(); place++) {
                double score = expected.getOrDefault(predicted.product(place), Double.NaN);
                assertTrue(RebuiltSessions.same(score, predicted.score(place)), "score " + score);
            }
        }
    }

    private static List<Float> scores(SessionModel model, int[] visit, VmisKnn search) {
        SessionPrediction predicted = search.predict(model, visit, new int[0], EVERYTHING, product -> true);
        return IntStream.range(0, predicted.size()).mapToObj(predicted::score).toList();
    }
}
