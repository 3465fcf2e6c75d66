package io.zugabe.bench.decide;

import io.zugabe.bench.fit.SyntheticCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The products that are looked at and bought most, and what goes with each of them: things that fit, and some that have nothing to do with it. */
final class BestSellers {

    private static final long SEED = 11;
    private static final int MOST = 20_000;
    private static final int COMPANIONS = 8;
    private static final int TRIES = 60;

    private final int size;
    private final int[][] companions;

    BestSellers(SyntheticCatalog catalog, Designs designs) {
        this.size = Math.min(MOST, catalog.size() / 5);
        this.companions = new int[size][];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int product = 0; product < size; product++) {
            companions[product] = companionsOf(product, designs, random);
        }
    }

    private int[] companionsOf(int product, Designs designs, SplittableRandom random) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < TRIES && found.size() < COMPANIONS - 2; i++) {
            int other = random.nextInt(size);
            if (other != product && designs.fit(product, other)) {
                found.add(other);
            }
        }
        while (found.size() < COMPANIONS) {
            found.add(random.nextInt(size));
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** One of them, the first ones far more often (log-uniform). */
    int any(SplittableRandom random) {
        return Math.min(size - 1, (int) Math.exp(random.nextDouble() * Math.log(size)));
    }

    /** One of those that go with another. */
    int companionOf(int product, SplittableRandom random) {
        int[] choice = companions[product];
        return choice[random.nextInt(choice.length)];
    }
}
