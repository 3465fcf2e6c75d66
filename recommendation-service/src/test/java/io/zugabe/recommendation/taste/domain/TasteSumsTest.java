package io.zugabe.recommendation.taste.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TasteSumsTest {

    private static final int PRODUCTS = 30;

    private final TasteSums sums = new TasteSums();

    /** Used again and again, as decisions do: nothing of a basket may be left for the next. */
    @Property(tries = 100)
    void sums_sayWhatScoresSay(@ForAll long seed) {
        Random random = new Random(seed);
        ItemWeights weights = weights(random);
        for (int basket = 0; basket < 5; basket++) {
            TasteScores scores = new TasteScores(weights);
            IntSet without = new IntOpenHashSet();
            sums.begin(PRODUCTS);
            for (int i = random.nextInt(4); i >= 0; i--) {
                int seen = random.nextInt(PRODUCTS);
                scores.see(seen);
                sums.see(seen, weights);
                without.add(seen);
            }
            without.forEach(sums::leaveOut);
            int most = 1 + random.nextInt(8);
            float floor = random.nextFloat() * 0.3f;
            List<String> expected = new ArrayList<>();
            scores.best(PRODUCTS, floor, without).stream()
                    .filter(scored -> scored.product() % 3 != 0)
                    .limit(most)
                    .forEach(scored -> expected.add(scored.product() + " " + scored.score()));
            List<String> found = new ArrayList<>();
            for (long each : sums.best(most, floor, (product, sum) -> product % 3 != 0)) {
                found.add(TasteSums.product(each) + " " + TasteSums.sum(each));
            }
            assertEquals(expected, found);
        }
    }

    /** Few different weights, also below zero: so that sums are equal and come to nothing. */
    private static ItemWeights weights(Random random) {
        ItemWeights.Builder rows = new ItemWeights.Builder(PRODUCTS, PRODUCTS);
        for (int product = 0; product < PRODUCTS; product++) {
            for (int target = 0; target < PRODUCTS; target++) {
                if (target != product && random.nextInt(3) == 0) {
                    rows.add(target, (random.nextInt(6) - 2) * 0.125f);
                }
            }
            rows.endRow();
        }
        return rows.build();
    }
}
