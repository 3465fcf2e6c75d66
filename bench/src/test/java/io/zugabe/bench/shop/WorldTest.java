package io.zugabe.bench.shop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final long SEED = 5;
    private static final int SHOPPERS = 1_500;
    private static final Assortment ASSORTMENT = new Assortment(SEED);
    private static final Shelf SHELF = new Shelf(ASSORTMENT, SEED);

    /** Offers the same to everybody, and keeps what it sees. */
    private static final class Fixed implements OfferPolicy {

        private final int[] offers;
        private final List<Happening> seen = new ArrayList<>();

        Fixed(int... offers) {
            this.offers = offers;
        }

        @Override
        public void begin(int day) {}

        @Override
        public void observe(List<Happening> happenings) {
            seen.addAll(happenings);
        }

        @Override
        public void decide(List<Ask> asks) {
            asks.forEach(ask -> ask.answer(offers, "decision"));
        }
    }

    private static Outcome live(OfferPolicy policy) throws InterruptedException {
        World world = new World(SEED, SHOPPERS, ASSORTMENT, policy);
        world.run(_ -> {});
        return Outcome.of(world, SHOPPERS);
    }

    /** The dearest devices: hardly anybody buys them by impulse. */
    private static int[] nothingToAnybody(int count) {
        return IntStream.range(0, ASSORTMENT.size())
                .filter(number -> ASSORTMENT.good(number).kind().role() == Kind.Role.DEVICE)
                .boxed()
                .sorted((one, other) -> Long.compare(
                        ASSORTMENT.good(other).price(), ASSORTMENT.good(one).price()))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double total(Outcome outcome, Outcome none) {
        return Arrays.stream(outcome.gain(none)).sum();
    }

    @Test
    void worlds_withoutOffers_areTheSame() throws Exception {
        Outcome none = live(new NoOffers());
        Outcome silent = live(new Fixed());

        assertArrayEquals(none.profit(), silent.profit());
        assertEquals(none.complaints(), silent.complaints());
    }

    @Test
    void worlds_withOtherOffers_haveTheSameShoppersAndVisits() throws Exception {
        Outcome none = live(new NoOffers());
        Outcome best = live(new Bestsellers(SHELF));

        assertArrayEquals(none.planned(), best.planned());
        assertArrayEquals(none.types(), best.types());
        long touched = IntStream.range(0, SHOPPERS)
                .filter(shopper -> none.profit()[shopper] != best.profit()[shopper])
                .count();
        assertNotEquals(0, touched);
        assertTrue(touched < SHOPPERS / 2, "luck is not shared between worlds: " + touched + " differ");
    }

    @Test
    void irrelevantOffers_theMoreThereAre_theLessTheShopEarns() throws Exception {
        Outcome none = live(new NoOffers());
        double one = total(live(new Fixed(nothingToAnybody(1))), none);
        double four = total(live(new Fixed(nothingToAnybody(4))), none);

        assertTrue(one < 0, "one irrelevant offer earned " + one);
        assertTrue(four < one, "four earned " + four + ", one " + one);
    }

    @Test
    void wrongParts_shownBesideADevice_areCounted() throws Exception {
        int[] supplies = ASSORTMENT.of(0, Kind.Role.SUPPLY).stream()
                .limit(4)
                .mapToInt(Good::number)
                .toArray();
        Outcome outcome = live(new Fixed(supplies));

        assertTrue(outcome.wrongShown() > 0);
        assertTrue(outcome.wrongShown() < outcome.shown());
        assertTrue(outcome.complaints() > live(new NoOffers()).complaints());
    }

    @Test
    void history_holdsNoOffers() throws Exception {
        Fixed policy = new Fixed(nothingToAnybody(2));
        live(policy);

        assertTrue(policy.seen.stream().anyMatch(each -> each.day() < 0));
        assertTrue(policy.seen.stream()
                .filter(each -> each.what() == Happening.What.OFFERS_SHOWN)
                .allMatch(each -> each.day() >= 0));
    }

    @Test
    void events_ofAWorld_haveIdsOfTheirOwnAndPassInTheOrderOfDays() throws Exception {
        Fixed policy = new Fixed();
        live(policy);

        int last = World.BEGIN;
        for (Happening each : policy.seen) {
            int day = (int) Math.floor(each.day());
            assertTrue(day >= last, () -> each + " comes late");
            last = day;
        }
        Set<String> orders = new HashSet<>();
        policy.seen.stream()
                .filter(each -> each.what() == Happening.What.BOUGHT)
                .forEach(each -> assertTrue(orders.add(each.shopper() + each.id()), each::toString));
    }
}
