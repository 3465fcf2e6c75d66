package io.zugabe.recommendation.baskets.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Sets of three and later purchases, counted as baskets come, change and go, against counting them plainly. */
@Proves("O4")
class FollowingTest {

    private static final int PRODUCTS = 8;
    private static final int DAY = 1_440;

    @Test
    void later_countsCustomersOnce_fromTheirFirstPurchase_withinHalfAYear() {
        BasketModelWriter writer = new BasketModelWriter(10);
        BasketIndex index = writer.index();
        index.put(1, new int[] {1}, 7, 0);
        index.put(2, new int[] {2}, 7, DAY);
        index.put(3, new int[] {1, 2}, 7, 2 * DAY);
        index.put(4, new int[] {3}, 7, 181 * DAY);
        index.put(5, new int[] {1, 2}, 8, 0);
        index.put(6, new int[] {1}, 9, 0);
        index.put(7, new int[] {-2}, 9, DAY);

        BasketModel model = counted(writer);

        assertEquals(3, model.buyersOf(1));
        assertEquals(1, model.boughtLater(1, 2), "together is not later, and sent back is not bought");
        assertEquals(0, model.boughtLater(1, 3));
        assertEquals(1, model.boughtLater(2, 3));
        assertEquals(3, model.customers());
    }

    @Test
    @Proves("C10")
    void emptiedBaskets_leaveNoCustomer() {
        BasketModelWriter writer = new BasketModelWriter(10);
        writer.index().put(1, new int[] {1}, 7, 0);
        writer.index().put(2, new int[] {2}, 7, DAY);
        counted(writer);
        writer.index().put(1, new int[0], 0, 0);
        writer.index().put(2, new int[0], 0, 0);

        BasketModel model = counted(writer);

        assertEquals(0, model.customers());
        assertEquals(0, model.buyersOf(1));
        assertEquals(0, model.boughtLater(1, 2));
    }

    @Test
    void dealers_sayNothing() {
        BasketModelWriter writer = new BasketModelWriter(10);
        for (int order = 0; order <= OrderHistories.MOST; order++) {
            writer.index().put(order, new int[] {1, 2 + order % 3}, 7, order * DAY);
        }

        assertEquals(0, counted(writer).buyersOf(1));
    }

    @Property(tries = 200)
    void incremental_equalsPlainCounting(@ForAll long seed) {
        Random random = new Random(seed);
        BasketModelWriter writer = new BasketModelWriter(100);
        Map<Integer, Bought> baskets = new HashMap<>();
        for (int change = 0; change < 80; change++) {
            int number = random.nextInt(25);
            Bought bought = random.nextInt(6) == 0
                    ? new Bought(new int[0], 0, 0)
                    : new Bought(content(random), 1 + random.nextInt(5), random.nextInt(300) * DAY);
            baskets.put(number, bought);
            writer.index().put(number, bought.content(), bought.owner(), bought.minute());
            if (random.nextInt(3) == 0) {
                writer.countSome();
            }
        }

        BasketModel model = counted(writer);

        for (int product = 1; product <= PRODUCTS; product++) {
            for (int other = 1; other <= PRODUCTS; other++) {
                if (other != product) {
                    assertEquals(later(baskets.values(), product, other), model.boughtLater(product, other));
                }
            }
            int anchor = product;
            Set<List<Integer>> found = new HashSet<>();
            model.forEachSet(product, (one, other, support, returned) -> {
                found.add(List.of(Math.min(one, other), Math.max(one, other)));
                assertEquals(set(baskets.values(), anchor, one, other, false), support);
                assertEquals(set(baskets.values(), anchor, one, other, true), support - returned);
            });
            assertEquals(Math.min(12, frequentSets(baskets.values(), product)), found.size());
        }
    }

    private record Bought(int[] content, long owner, int minute) {

        boolean kept(int product) {
            return IntStream.of(content).anyMatch(line -> line == product);
        }

        boolean holds(int product) {
            return IntStream.of(content).anyMatch(line -> Math.abs(line) == product);
        }
    }

    private static int later(Iterable<Bought> baskets, int product, int later) {
        Map<Long, List<Bought>> byOwner = new HashMap<>();
        baskets.forEach(basket -> {
            if (basket.owner() != 0) {
                byOwner.computeIfAbsent(basket.owner(), _ -> new ArrayList<>()).add(basket);
            }
        });
        int customers = 0;
        for (List<Bought> history : byOwner.values()) {
            int first = history.stream()
                    .filter(basket -> basket.kept(product))
                    .mapToInt(Bought::minute)
                    .min()
                    .orElse(Integer.MAX_VALUE);
            boolean follows = history.stream()
                    .anyMatch(basket -> basket.minute() > first
                            && basket.minute() - first <= LaterCounter.WINDOW_MINUTES
                            && basket.kept(later));
            customers += follows ? 1 : 0;
        }
        return customers;
    }

    private static int set(Iterable<Bought> baskets, int one, int two, int three, boolean kept) {
        int count = 0;
        for (Bought basket : baskets) {
            boolean has = kept
                    ? basket.kept(one) && basket.kept(two) && basket.kept(three)
                    : basket.holds(one) && basket.holds(two) && basket.holds(three);
            count += has ? 1 : 0;
        }
        return count;
    }

    private static int frequentSets(Iterable<Bought> baskets, int product) {
        int sets = 0;
        for (int one = 1; one <= PRODUCTS; one++) {
            for (int other = one + 1; other <= PRODUCTS; other++) {
                if (one != product
                        && other != product
                        && set(baskets, product, one, other, true) >= SetCounter.LEAST_KEPT) {
                    sets++;
                }
            }
        }
        return sets;
    }

    private static int[] content(Random random) {
        return IntStream.rangeClosed(1, PRODUCTS)
                .filter(_ -> random.nextInt(3) == 0)
                .map(product -> random.nextInt(8) == 0 ? -product : product)
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
