package io.zugabe.segmentation.replenishment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

@Proves("C8")
class ReplenishmentModelTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final double MU = Math.log(30);
    private static final double WITHIN = 0.25;
    private static final double BETWEEN = 0.4;
    private static final int DAYS = 400;
    private static final List<List<Restock>> CUSTOMERS = customers(3_000, 11);
    private static final ReplenishmentModel MODEL = model();

    @Test
    void simulatedCustomers_giveTheirParametersBack() {
        ProductRepeats coffee = MODEL.products().get("coffee");
        assertEquals(1, MODEL.packElasticity(), 0.1);
        assertEquals(MU, coffee.mu(), 0.06);
        assertEquals(WITHIN, coffee.within(), 0.03);
        assertEquals(BETWEEN, coffee.between(), 0.06);
        assertEquals(2, coffee.usualUnits());
        assertEquals(0.6, coffee.share().value(), 0.04);
    }

    @Test
    void productThatIsRarelyBoughtAgain_isNeverDue() {
        assertEquals(List.of("coffee"), List.copyOf(MODEL.products().keySet()));
        assertTrue(MODEL.due(bought("camera", 3, 3, 0, 1, 0, 100), day(101)).isEmpty());
    }

    @Test
    void interval_holdsEightInTen() {
        int customers = 0;
        int held = 0;
        for (List<Restock> restocks : customers(3_000, 12)) {
            if (restocks.size() < 3) {
                continue;
            }
            List<Restock> known = restocks.subList(0, restocks.size() / 2 + 1);
            long units = known.stream().mapToLong(Restock::units).sum();
            Restock last = known.getLast();
            Replenishment due = MODEL.due(
                            bought(
                                    "coffee",
                                    known.size(),
                                    units,
                                    0,
                                    last.units(),
                                    known.getFirst().day(),
                                    last.day()),
                            day(last.day()))
                    .orElseThrow();
            Instant next = day(restocks.get(known.size()).day());
            customers++;
            held += next.isBefore(due.from()) || next.isAfter(due.until()) ? 0 : 1;
        }
        int all = customers;
        assertEquals(0.8, (double) held / customers, 0.035, () -> "of " + all);
    }

    @Test
    void biggerPack_lastsLonger() {
        Duration one = untilDue(bought("coffee", 1, 2, 0, 2, 0, 0));
        Duration two = untilDue(bought("coffee", 1, 4, 0, 4, 0, 0));
        assertEquals(2, (double) two.toSeconds() / one.toSeconds(), 0.15);
    }

    @Test
    void returnedUnits_areTakenOff() {
        assertEquals(untilDue(bought("coffee", 1, 2, 0, 2, 0, 0)), untilDue(bought("coffee", 1, 4, 2, 4, 0, 0)));
        assertTrue(MODEL.due(bought("coffee", 1, 2, 2, 2, 0, 0), day(1)).isEmpty());
    }

    @Test
    void rightAfterThePurchase_itIsQuiet_andAfterLongSilenceForgotten() {
        ProductPurchases once = bought("coffee", 1, 2, 0, 2, 0, 0);
        Replenishment fresh = MODEL.due(once, day(0)).orElseThrow();
        assertTrue(fresh.quietUntil().isAfter(day(5)));
        assertFalse(fresh.quietUntil().isAfter(fresh.due()));
        Replenishment late = MODEL.due(once, day(60)).orElseThrow();
        assertEquals(fresh.due(), late.due());
        assertTrue(late.confidence() < fresh.confidence());
        assertTrue(MODEL.due(once, day(400)).isEmpty());
    }

    @Test
    void ownRhythm_prevailsTheOftenerItWasSeen() {
        double few = untilDue(bought("coffee", 2, 4, 0, 2, 0, 60)).toHours() / 24.0;
        double many = untilDue(bought("coffee", 9, 18, 0, 2, 0, 480)).toHours() / 24.0;
        assertTrue(few > 35 && few < many && many < 62, few + " and " + many);
    }

    @Test
    void rate_isHighestWhenDue() {
        ProductPurchases twice = bought("coffee", 2, 4, 0, 2, 0, 30);
        long due = Duration.between(
                        START, MODEL.due(twice, day(30)).orElseThrow().due())
                .toDays();
        double peak = MODEL.dailyRate(twice, day(due));
        assertTrue(peak > MODEL.dailyRate(twice, day(32)) && peak > MODEL.dailyRate(twice, day(due + 30)));
        assertEquals(0, MODEL.dailyRate(bought("camera", 2, 2, 0, 1, 0, 30), day(31)));
    }

    @Property
    void times_areInOrder(
            @ForAll @IntRange(min = 1, max = 40) int purchases,
            @ForAll @IntRange(min = 0, max = 900) int span,
            @ForAll @IntRange(min = 0, max = 60) int units,
            @ForAll @IntRange(min = 0, max = 30) int returned,
            @ForAll @IntRange(min = 0, max = 300) int silent) {
        MODEL.due(bought("coffee", purchases, purchases + units, returned, units, 0, span), day(span + silent))
                .ifPresent(due -> {
                    assertFalse(due.from().isBefore(day(span)));
                    assertFalse(due.due().isBefore(due.from()));
                    assertFalse(due.until().isBefore(due.due()));
                    assertTrue(due.confidence() >= 0 && due.confidence() <= 1);
                });
    }

    private static Duration untilDue(ProductPurchases purchases) {
        return Duration.between(
                purchases.last(),
                MODEL.due(purchases, purchases.last()).orElseThrow().due());
    }

    private static ProductPurchases bought(
            String product, long purchases, long units, long returned, long lastUnits, long first, long last) {
        return new ProductPurchases(product, purchases, units, returned, lastUnits, day(first), day(last));
    }

    private static Instant day(long day) {
        return START.plus(Duration.ofDays(day));
    }

    private static ReplenishmentModel model() {
        ReplenishmentFit fit = new ReplenishmentFit(ReplenishmentFit.Demand.STANDARD);
        SplittableRandom random = new SplittableRandom(13);
        for (List<Restock> restocks : CUSTOMERS) {
            fit.add("coffee", restocks, DAYS);
            boolean again = random.nextDouble() < 0.01;
            fit.add(
                    "camera",
                    again ? List.of(new Restock(1, 1), new Restock(90, 1)) : List.of(new Restock(1, 1)),
                    DAYS);
        }
        return fit.fit();
    }

    /** Six in ten buy again, after intervals of their own, twice as long after twice the units. */
    private static List<List<Restock>> customers(int number, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Restock>> customers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            List<Restock> restocks = new ArrayList<>();
            boolean repeats = random.nextDouble() < 0.6;
            double mean = MU + BETWEEN * random.nextGaussian();
            double day = random.nextInt(30);
            do {
                long units = 1 + random.nextInt(3);
                restocks.add(new Restock(Math.round(day), units));
                day += Math.max(1, Math.exp(mean + WITHIN * random.nextGaussian()) * units / 2);
            } while (repeats && Math.round(day) <= DAYS);
            customers.add(restocks);
        }
        return customers;
    }
}
