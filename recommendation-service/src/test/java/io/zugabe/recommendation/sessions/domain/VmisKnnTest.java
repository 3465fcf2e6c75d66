package io.zugabe.recommendation.sessions.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Proves("O5")
class VmisKnnTest {

    private static final int TENT = 1;
    private static final int MAT = 2;
    private static final int LAMP = 3;
    private static final int STOVE = 4;
    private static final int[] NOTHING = {};

    private final SessionIndex index = new SessionIndex(1_000, 1_000, 1_800);
    private int sessions;

    @Test
    void score_isDecayedOverlap_timesRecency_overRootOfLength_timesRarity() {
        session(TENT, MAT);
        session(TENT, MAT, LAMP);
        session(MAT, LAMP, STOVE, 9);
        session(8, 9);
        VmisKnn search = new VmisKnn(new Neighbourhood(100, 100, 4));

        SessionPrediction predicted = search.predict(index.publish(0), new int[] {TENT, MAT}, NOTHING, 10, all());

        // the mat weighs 2/2, the tent 1/2; all share the mat, the latest click: 1 − 1/10
        double third = 1.0 * 0.9 / Math.sqrt(4);
        double second = 1.5 * 0.9 / Math.sqrt(3);
        double first = 1.5 * 0.9 / Math.sqrt(2);
        assertEquals(3, predicted.neighbours());
        assertScore((second + third) * Math.log(4.0 / 2), 2, LAMP, predicted);
        assertScore((first + second) * Math.log(4.0 / 2), 2, TENT, predicted);
        assertScore((first + second + third) * Math.log(4.0 / 3), 3, MAT, predicted);
        assertScore(third * Math.log(4.0 / 1), 1, STOVE, predicted);
        assertScore(third * Math.log(4.0 / 2), 1, 9, predicted);
        assertEquals(List.of(TENT, LAMP, MAT, STOVE, 9), order(predicted));
    }

    @Test
    void earlierClick_countsLess_andItsNeighboursVoteWithLess() {
        session(TENT, LAMP);
        session(MAT, STOVE);
        VmisKnn search = new VmisKnn(new Neighbourhood(100, 100, 4));

        SessionPrediction predicted =
                search.predict(index.publish(0), new int[] {TENT, MAT}, new int[] {TENT, MAT}, 10, all());

        assertEquals(List.of(STOVE, LAMP), order(predicted));
        assertScore(1.0 * 0.9 / Math.sqrt(2) * Math.log(2), 1, STOVE, predicted);
        assertScore(0.5 * 0.8 / Math.sqrt(2) * Math.log(2), 1, LAMP, predicted);
    }

    @Test
    void repeatedClick_weighsAsItsLatestDoes_andOlderOnesThanTheLastAreNotCompared() {
        session(TENT, LAMP);
        session(8, 9);
        VmisKnn search = new VmisKnn(new Neighbourhood(100, 100, 3));

        SessionPrediction repeated = search.predict(index.publish(0), new int[] {TENT, MAT, TENT}, NOTHING, 10, all());
        SessionPrediction tooOld =
                search.predict(index.publish(0), new int[] {TENT, MAT, MAT, MAT}, NOTHING, 10, all());

        assertScore(1.0 * 0.9 / Math.sqrt(2) * Math.log(2), 1, LAMP, repeated);
        assertEquals(0, tooOld.size());
    }

    @Test
    void equallySimilar_theLatestAreTheNeighbours() {
        session(TENT, 11);
        session(TENT, 12);
        session(TENT, 13);

        SessionPrediction predicted = new VmisKnn(new Neighbourhood(100, 2, 4))
                .predict(index.publish(0), new int[] {TENT}, new int[] {TENT}, 10, all());

        assertEquals(List.of(13, 12), order(predicted));
        assertEquals(2, predicted.neighbours());
    }

    @Test
    void onlyTheLatestThatShareSomething_areCompared_howeverSimilarOlderOnesAre() {
        session(TENT, MAT, 11);
        session(TENT, 12);
        session(MAT, 13);

        SessionPrediction predicted = new VmisKnn(new Neighbourhood(2, 10, 4))
                .predict(index.publish(0), new int[] {TENT, MAT}, new int[] {TENT, MAT}, 10, all());

        assertEquals(List.of(13, 12), order(predicted));
    }

    @Test
    void equalTimes_areOrderedByTheLog() {
        index.take(new Click(1, 1, TENT, 0));
        index.take(new Click(2, 1, TENT, 0));
        index.take(new Click(2, 1, 12, 0));
        index.take(new Click(1, 1, 11, 0));

        SessionPrediction predicted = new VmisKnn(new Neighbourhood(100, 10, 4))
                .predict(index.publish(0), new int[] {TENT}, new int[] {TENT}, 10, all());

        assertEquals(predicted.score(0), predicted.score(1));
        assertEquals(List.of(12, 11), order(predicted));
    }

    @Test
    void repeats_areWhatIsNotExcluded() {
        session(TENT, MAT, LAMP);
        session(8, 9);
        VmisKnn search = new VmisKnn(Neighbourhood.USUAL);
        SessionModel model = index.publish(0);
        int[] visit = {TENT, MAT};

        assertEquals(List.of(LAMP), order(search.predict(model, visit, visit, 10, all())));
        assertEquals(List.of(TENT, LAMP), order(search.predict(model, visit, new int[] {MAT}, 10, all())));
        assertEquals(List.of(TENT, MAT, LAMP), order(search.predict(model, visit, NOTHING, 10, all())));
    }

    @Test
    void visitThatHasNothingElse_isNoNeighbour() {
        session(TENT, MAT);
        session(TENT, MAT, LAMP);
        int[] visit = {TENT, MAT};

        SessionPrediction predicted =
                new VmisKnn(Neighbourhood.USUAL).predict(index.publish(0), visit, visit, 10, all());

        assertEquals(1, predicted.neighbours());
    }

    @Test
    void refusedProducts_takeNobodysPlace() {
        for (int product = 11; product < 41; product++) {
            session(TENT, product);
        }

        SessionPrediction predicted = new VmisKnn(Neighbourhood.USUAL)
                .predict(index.publish(0), new int[] {TENT}, new int[] {TENT}, 3, product -> product % 2 == 0);

        assertEquals(List.of(40, 38, 36), order(predicted));
    }

    @Test
    void productsThatTooFewHave_takeNobodysPlace() {
        session(TENT, 12);
        session(TENT, 12);
        for (int product = 13; product < 20; product++) {
            session(TENT, product);
        }

        SessionPrediction predicted = new VmisKnn(Neighbourhood.USUAL)
                .predict(index.publish(0), new int[] {TENT}, new int[] {TENT}, 2, 3, all());

        assertEquals(List.of(12), order(predicted));
        assertEquals(9, predicted.neighbours());
    }

    @Test
    void manyProducts_areAllVotedFor() {
        for (int visitor = 0; visitor < 288; visitor++) {
            int[] products = IntStream.range(0, 30).toArray();
            for (int i = 0; i < products.length; i++) {
                products[i] = i == 0 ? TENT : 10 + visitor * 30 + i;
            }
            session(products);
        }

        SessionPrediction predicted = new VmisKnn(Neighbourhood.USUAL)
                .predict(index.publish(0), new int[] {TENT}, new int[] {TENT}, 10_000, all());

        assertEquals(288 * 29, predicted.size());
        assertEquals(288 * 29, order(predicted).stream().distinct().count());
    }

    @Test
    void unknownProduct_predictsNothing() {
        VmisKnn search = new VmisKnn(Neighbourhood.USUAL);

        assertEquals(
                0,
                search.predict(SessionModel.EMPTY, new int[] {TENT}, NOTHING, 10, all())
                        .size());
        assertEquals(
                0,
                search.predict(SessionModel.EMPTY, NOTHING, NOTHING, 10, all()).size());
    }

    private void session(int... products) {
        sessions++;
        for (int product : products) {
            index.take(new Click(sessions, 1, product, 0));
        }
    }

    private static java.util.function.IntPredicate all() {
        return product -> true;
    }

    private static List<Integer> order(SessionPrediction predicted) {
        return IntStream.range(0, predicted.size()).mapToObj(predicted::product).toList();
    }

    private static void assertScore(double score, int support, int product, SessionPrediction predicted) {
        int place = order(predicted).indexOf(product);
        assertEquals(score, predicted.score(place), 1e-6);
        assertEquals(support, predicted.support(place));
    }
}
