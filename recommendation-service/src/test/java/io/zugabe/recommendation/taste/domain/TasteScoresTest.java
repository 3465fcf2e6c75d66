package io.zugabe.recommendation.taste.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.recommendation.taste.domain.TasteScores.Scored;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TasteScoresTest {

    private static final int MANY = 20_000;

    @Test
    void scores_areSumsOfWeights() {
        TasteScores scores = new TasteScores(random(5, 5, 1));
        scores.see(0);
        scores.see(3);
        scores.add(4, 0.25f);

        ItemWeights weights = random(5, 5, 1);
        assertEquals(weights.weight(0, 4) + weights.weight(3, 4) + 0.25, scores.of(4), 1e-6);
        scores.clear();
        assertEquals(List.of(), scores.best(10, IntSet.of()));
    }

    @Test
    void best_leavesOutWhatIsNotWanted_andBreaksTiesByPlace() {
        TasteScores scores = new TasteScores(ItemWeights.none(6));
        scores.add(5, 1);
        scores.add(2, 1);
        scores.add(3, 1);
        scores.add(4, 2);
        scores.add(0, -1);

        assertEquals(List.of(new Scored(4, 2), new Scored(2, 1)), scores.best(2, IntSet.of()));
        assertEquals(List.of(new Scored(2, 1), new Scored(5, 1)), scores.best(9, IntSet.of(3, 4)));
    }

    /** Many products are kept in a table, few in an array: one must not rank otherwise than the other. */
    @Property(tries = 50)
    void best_areTheSameOfFewAndOfManyProducts(@ForAll int seed, @ForAll @IntRange(min = 1, max = 8) int most) {
        ItemWeights weights = random(300, 20, seed);
        TasteScores few = new TasteScores(weights);
        TasteScores many = new TasteScores(grown(weights));
        for (int product : new int[] {1, 7, 100}) {
            few.see(product);
            many.see(product);
        }
        IntSet without = new IntOpenHashSet(new int[] {1, 7, 100});

        List<Scored> best = few.best(most, without);

        assertEquals(best, many.best(most, without));
        assertTrue(best.size() <= most && best.stream().noneMatch(scored -> without.contains(scored.product())));
    }

    private static ItemWeights grown(ItemWeights weights) {
        ItemWeights.Builder rows = new ItemWeights.Builder(MANY, Integer.MAX_VALUE);
        for (int product = 0; product < MANY; product++) {
            if (product < weights.products()) {
                weights.forEach(product, rows::add);
            }
            rows.endRow();
        }
        return rows.build();
    }

    static ItemWeights random(int products, int perRow, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ItemWeights.Builder rows = new ItemWeights.Builder(products, Integer.MAX_VALUE);
        for (int product = 0; product < products; product++) {
            random.ints(perRow, 0, products)
                    .sorted()
                    .distinct()
                    .forEach(target -> rows.add(target, (float) random.nextDouble(-0.2, 1)));
            rows.endRow();
        }
        return rows.build();
    }
}
