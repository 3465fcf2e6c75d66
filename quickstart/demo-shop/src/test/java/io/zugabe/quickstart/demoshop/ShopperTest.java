package io.zugabe.quickstart.demoshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShopperTest {

    private static final Shopper SHOPPER = new ShopperSimulator(3, 1, Instant.parse("2026-11-22T10:00:00Z")).shopper(1);
    private static final Assortment ASSORTMENT = Assortment.load();
    private static final DemoProduct STOVE = product("camping_stove", "msr-pocketrocket-2");
    private static final List<DemoProduct> GAS = ASSORTMENT.ofType("gas_cartridge");
    private static final int TIMES = 2000;

    @Test
    void takes_whatFits_andHardlyEverWhatDoesNot() {
        int fitting = 0;
        int wrong = 0;
        for (int seed = 0; seed < TIMES; seed++) {
            for (DemoProduct taken : take(STOVE, 0, GAS, Long.MAX_VALUE, seed)) {
                boolean misfit = SHOPPER.misfit(STOVE, taken);
                assertEquals(!taken.values("gas_connection").equals(STOVE.values("gas_connection")), misfit);
                wrong += misfit ? 1 : 0;
                fitting += misfit ? 0 : 1;
            }
        }
        assertTrue(fitting > TIMES / 3, fitting + " fitting");
        assertTrue(wrong > 0 && wrong < fitting / 10, wrong + " wrong, " + fitting + " fitting");
    }

    @Test
    void takes_atMostOnePerNeed_withinTheBudget() {
        DemoProduct tent = product("tent", "vaude-taurus-2p");
        List<DemoProduct> all = ASSORTMENT.all();
        for (int seed = 0; seed < TIMES; seed++) {
            List<DemoProduct> taken = take(tent, 0, all, 20_000, seed);
            assertTrue(taken.stream().mapToLong(DemoProduct::price).sum() <= 20_000);
            assertEquals(
                    taken.size(),
                    new HashSet<>(taken.stream().map(DemoProduct::type).toList()).size());
        }
    }

    @Test
    void needsThatAriseInUse_areNotFeltWhileBuying() {
        DemoProduct racket = product("tennis_racket", "babolat-pure-drive");
        List<DemoProduct> grips = ASSORTMENT.ofType("tennis_grip");
        boolean later = false;
        for (int seed = 0; seed < TIMES; seed++) {
            assertTrue(take(racket, 0, grips, Long.MAX_VALUE, seed).isEmpty());
            assertTrue(take(racket, 34, grips, Long.MAX_VALUE, seed).isEmpty());
            later |= !take(racket, 35, grips, Long.MAX_VALUE, seed).isEmpty();
        }
        assertTrue(later);
    }

    @Test
    void takesNothing_thatServesNoNeed() {
        assertFalse(GAS.isEmpty());
        assertTrue(take(product("tent", "vaude-taurus-2p"), 0, GAS, Long.MAX_VALUE, 1)
                .isEmpty());
    }

    private static List<DemoProduct> take(
            DemoProduct host, int days, List<DemoProduct> offered, long budget, long seed) {
        return SHOPPER.choose(host, days, offered, budget, new SplittableRandom(seed));
    }

    private static DemoProduct product(String type, String id) {
        return ASSORTMENT.ofType(type).stream()
                .filter(product -> product.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
