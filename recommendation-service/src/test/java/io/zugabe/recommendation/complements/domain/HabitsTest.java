package io.zugabe.recommendation.complements.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.moment.domain.Lag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Products 1 and 2 are tents, 3 and 4 mats, 5 is a lamp; 60 customers buy a lamp and nothing else. */
class HabitsTest {

    private static final int DAY = 1_440;
    private static final List<String> TYPES = List.of("tent", "tent", "mat", "mat", "lamp");

    private final Orders orders = new Orders();
    private long customer;

    @Test
    @Proves("O3")
    void whatFollowsMoreOftenThanByChance_isLearned_withItsProducts() {
        camping();

        LearnedComplement mats = learned().complementsOf("tent", "").getFirst();

        assertEquals("mat", mats.to());
        assertEquals(24, mats.both(), "bought before is not following");
        assertEquals(40, mats.fromCustomers());
        assertEquals(30, mats.toCustomers());
        assertEquals(100, mats.customers());
        assertTrue(mats.lowerLift() > 1.5 && mats.lowerLift() < mats.shrunkLift(), () -> "" + mats.numbers());
        assertEquals((24 + 20 * 0.3) / 60 / 0.3, mats.shrunkLift(), 1e-12);
        assertArrayEquals(new int[] {3, 20, 4, 4}, mats.products());
        assertEquals(List.of(), learned().complementsOf("lamp", ""));
    }

    @Test
    @Proves("O3")
    void typesWithoutComplements_areTriedByCategory() {
        camping();
        Groups types = new Groups();
        Groups categories = new Groups();
        for (int product = 1; product <= 5; product++) {
            types.put(product, "product");
            categories.put(product, "Camping > " + TYPES.get(product - 1));
        }

        Habits habits = Habits.learn(orders, types, categories, 1, _ -> {});

        assertEquals(
                "Camping > mat",
                habits.complementsOf("product", "Camping > tent").getFirst().to());
    }

    @Test
    @Proves("T2")
    void lags_areToldApart_withQuartiles() {
        camping();

        Lag lag = learned().lag("tent", "mat").orElseThrow();

        assertEquals(6, lag.before());
        assertEquals(4, lag.together());
        assertEquals(20, lag.after());
        assertEquals(10.0, lag.medianDays(), 4, "ten days lie in the bin from 10 to 14");
        assertTrue(lag.comesAfter());
        assertEquals(Optional.empty(), learned().lag("tent", "lamp"));
    }

    @Test
    void popular_isToldByCategoryAndMonth() {
        for (int day = 0; day < 5; day++) {
            buy(day * DAY, 3);
            buy((370 + day) * DAY, 1);
        }
        List<List<Integer>> lately = new ArrayList<>();
        List<List<Integer>> january = new ArrayList<>();

        Popularity popularity = learned().popularity();
        popularity.forEachLately("", (product, count) -> lately.add(List.of(product, count)));
        popularity.forEachInSeason("", 1, (product, count) -> january.add(List.of(product, count)));

        assertEquals(List.of(List.of(1, 5)), lately);
        assertEquals(List.of(List.of(3, 5)), january);
        assertEquals(5, popularity.latelyOrders());
    }

    @Test
    void bytes_comeBackAsTheyWere_andDamageIsSeen() {
        camping();
        Habits habits = learned();

        byte[] bytes = HabitsBytes.write(habits, number -> "p-" + number);
        Habits read = HabitsBytes.read(bytes, id -> Integer.parseInt(id.substring(2)));

        assertEquals(habits.lags(), read.lags());
        assertEquals(habits.orders(), read.orders());
        assertArrayEquals(
                bytes, HabitsBytes.write(read, number -> "p-" + number), "what is read is written the same again");
        bytes[40]++;
        assertThrows(IllegalArgumentException.class, () -> HabitsBytes.read(bytes, _ -> 0));
    }

    /** Whoever buys at random, from few customers, must not be learned from. */
    @Property(tries = 50)
    void chance_isHardlyEverLearned(@ForAll long seed) {
        Random random = new Random(seed);
        Orders orders = new Orders();
        for (int each = 0; each < 200; each++) {
            for (int product = 1; product <= 5; product++) {
                if (random.nextInt(4) == 0) {
                    orders.add(each, random.nextInt(100) * DAY, new int[] {product});
                }
            }
        }

        Map<String, List<LearnedComplement>> learned = learned(orders).byType();

        assertTrue(learned.isEmpty(), learned::toString);
    }

    private void camping() {
        for (int each = 0; each < 40; each++) {
            customer++;
            if (each < 6) {
                orders.add(customer, 0, new int[] {3});
            }
            int[] tent = each < 10 && each >= 6 ? new int[] {1 + each % 2, 4} : new int[] {1 + each % 2};
            orders.add(customer, 20 * DAY, tent);
            if (each >= 10 && each < 30) {
                orders.add(customer, 30 * DAY, new int[] {3});
            }
        }
        for (int each = 0; each < 60; each++) {
            buy(0, 5);
        }
    }

    private void buy(int minute, int product) {
        customer++;
        orders.add(customer, minute, new int[] {product});
    }

    private Habits learned() {
        return learned(orders);
    }

    private static Habits learned(Orders orders) {
        Groups types = new Groups();
        for (int product = 1; product <= TYPES.size(); product++) {
            types.put(product, TYPES.get(product - 1));
        }
        return Habits.learn(orders, types, new Groups(), 1, _ -> {});
    }
}
