package io.zugabe.recommendation.baskets.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

@Proves("O4")
class BasketModelTest {

    private static final int PRODUCTS = 12;

    @Test
    void counts_areDistinctBaskets_withReturnsToldApart() {
        BasketModelWriter writer = new BasketModelWriter(100);
        writer.index().put(1, new int[] {1, 2});
        writer.index().put(2, new int[] {1, 2, 3});
        writer.index().put(3, new int[] {-1, 2});
        writer.index().put(4, new int[] {3});

        BasketModel model = counted(writer);

        assertEquals(Optional.of(new PairCounts(3, 1, 3, 3, 4)), model.pair(1, 2));
        assertEquals(Optional.of(new PairCounts(3, 1, 3, 3, 4)), model.pair(2, 1));
        assertEquals(Optional.empty(), model.pair(1, 9));
        assertEquals(2, model.keptOf(1));
    }

    @Test
    void cleared_countsAsIfNewlyMade() {
        BasketModelWriter writer = new BasketModelWriter(100);
        writer.index().put(1, new int[] {1, 2, 9});
        writer.index().put(2, new int[] {-1, 2});
        counted(writer);

        writer.clear();

        assertEquals(0, counted(writer).total());
        writer.index().put(0, new int[] {1, 2});
        BasketModel model = counted(writer);
        assertEquals(Optional.of(new PairCounts(1, 0, 1, 1, 1)), model.pair(1, 2));
        assertEquals(0, model.basketsOf(9));
    }

    @Test
    void neighbours_areTheBestByScore() {
        BasketModelWriter writer = new BasketModelWriter(2);
        int basket = 0;
        for (int product = 2; product <= 6; product++) {
            for (int times = 0; times < product * 3; times++) {
                writer.index().put(basket++, new int[] {1, product});
            }
        }
        List<Integer> neighbours = new ArrayList<>();

        counted(writer).forEachNeighbour(1, neighbours::add);

        assertEquals(List.of(6, 5), neighbours);
    }

    @Property(tries = 300)
    void incremental_equalsFromScratch(@ForAll long seed) {
        Random random = new Random(seed);
        BasketModelWriter incremental = new BasketModelWriter(100);
        Map<Integer, int[]> baskets = new HashMap<>();
        for (int change = 0; change < 60; change++) {
            int basket = random.nextInt(15);
            int[] content = content(random);
            baskets.put(basket, content);
            incremental.index().put(basket, content);
            if (random.nextInt(3) == 0) {
                incremental.countSome();
            }
        }
        BasketModelWriter scratch = new BasketModelWriter(100);
        baskets.forEach(scratch.index()::put);

        BasketModel one = counted(incremental);
        BasketModel other = counted(scratch);

        assertEquals(other.total(), one.total());
        for (int product = 1; product <= PRODUCTS; product++) {
            assertEquals(other.basketsOf(product), one.basketsOf(product));
            assertEquals(other.returnedOf(product), one.returnedOf(product));
            for (int candidate = 1; candidate <= PRODUCTS; candidate++) {
                assertEquals(other.pair(product, candidate), one.pair(product, candidate));
                assertEquals(
                        naive(baskets, product, candidate),
                        one.pair(product, candidate).map(PairCounts::support).orElse(0));
            }
        }
    }

    @Property(tries = 200)
    void numbers_areWithinTheirBounds(@ForAll long seed) {
        Random random = new Random(seed);
        BasketModelWriter writer = new BasketModelWriter(100);
        for (int basket = 0; basket < 20; basket++) {
            writer.index().put(basket, content(random));
        }
        BasketModel model = counted(writer);
        for (int product = 1; product <= PRODUCTS; product++) {
            int anchor = product;
            model.forEachNeighbour(product, candidate -> {
                PairCounts counts = model.pair(anchor, candidate).orElseThrow();
                assertTrue(counts.confidence() > 0 && counts.confidence() <= 1);
                assertTrue(counts.score() >= 0 && counts.score() < 1);
                assertTrue(counts.kept() >= 0 && counts.lift() > 0);
            });
        }
    }

    private static int naive(Map<Integer, int[]> baskets, int product, int candidate) {
        return product == candidate
                ? 0
                : (int) baskets.values().stream()
                        .filter(content -> holds(content, product) && holds(content, candidate))
                        .count();
    }

    private static boolean holds(int[] content, int product) {
        for (int line : content) {
            if (Math.abs(line) == product) {
                return true;
            }
        }
        return false;
    }

    private static int[] content(Random random) {
        IntOpenHashSet products = new IntOpenHashSet();
        for (int i = 0; i < random.nextInt(6); i++) {
            products.add(1 + random.nextInt(PRODUCTS));
        }
        return products.intStream()
                .map(product -> random.nextInt(4) == 0 ? -product : product)
                .toArray();
    }

    private static BasketModel counted(BasketModelWriter writer) {
        boolean more = true;
        while (more) {
            more = writer.countSome();
        }
        return writer.publish(1);
    }
}
