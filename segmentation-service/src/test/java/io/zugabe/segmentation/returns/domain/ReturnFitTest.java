package io.zugabe.segmentation.returns.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.orders.domain.BoughtLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

@Proves("C6")
class ReturnFitTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(400));
    private static final int PRODUCTS = 60;
    private static final double LEVEL = -2;
    private static final ReturnFit.Result RESULT = ReturnFit.fit(shop(2_000, 0.9, 5), END, _ -> {});

    @Test
    void effects_areFoundAgain() {
        ReturnModel model = RESULT.model();
        assertEquals(0.9 * 0.9, model.customerVariance(), 0.25);
        double[] errors = new double[PRODUCTS];
        for (int i = 0; i < PRODUCTS; i++) {
            double truth = productEffect(i) + (i % 3 == 0 ? 0.5 : -0.25);
            double found =
                    model.products().get("p" + i).effect() + model.categories().get(i % 3 == 0 ? "shoes" : "books");
            errors[i] = found - truth;
        }
        double mean = java.util.Arrays.stream(errors).average().orElseThrow();
        double deviation = Math.sqrt(java.util.Arrays.stream(errors)
                .map(error -> (error - mean) * (error - mean))
                .average()
                .orElseThrow());
        assertTrue(deviation < 0.33, () -> "products are off by " + deviation);
    }

    @Test
    void laterLines_comeBackAsPredicted() {
        Reliability reliability = RESULT.reliability();
        assertEquals(10, reliability.bins().size());
        long within = reliability.bins().stream()
                .filter(bin -> bin.predicted() >= bin.low() - 0.01 && bin.predicted() <= bin.high() + 0.01)
                .count();
        assertTrue(within >= 8, reliability::toString);
        assertTrue(reliability.gainLow() > 0, reliability::toString);
        assertTrue(reliability.brier() < reliability.brierOfBaseRate());
    }

    @Test
    void shopWithoutPattern_isNotSaidToHaveOne() {
        Map<String, List<BoughtLine>> books = new TreeMap<>();
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 800; i++) {
            List<BoughtLine> lines = new ArrayList<>();
            for (int line = 0; line < 8; line++) {
                lines.add(line(random, random.nextInt(PRODUCTS), random.nextDouble() < 0.15));
            }
            books.put("c" + i, lines);
        }
        Reliability reliability = ReturnFit.fit(books, END, _ -> {}).reliability();
        assertTrue(reliability.gainLow() <= 0, reliability::toString);
        assertEquals(reliability.brierOfBaseRate(), reliability.brier(), 0.003);
    }

    @Test
    void parts_addUp_andUnknownOnesAreTheMean() {
        ReturnModel model = RESULT.model();
        assertEquals(0, model.customerLogit(new ReturnHistory(List.of())));
        double unknown = model.productLogit("new", "");
        double ofCategory = model.productLogit("new", "shoes");
        assertTrue(ofCategory > unknown, "shoes come back more often");
        RateInterval rate = model.rate("p0");
        assertTrue(rate.low() < rate.rate() && rate.rate() < rate.high());
        assertEquals(rate.rate(), ReturnModel.probability(model.productLogit("p0", "")), 1e-12);
    }

    @Property(tries = 200)
    void moreReturns_raiseTheRisk(
            @ForAll @IntRange(min = 1, max = 50) int orders,
            @ForAll @DoubleRange(min = 0, max = 1) double fewer,
            @ForAll @DoubleRange(min = 0, max = 1) double more) {
        double low = customer(orders, Math.min(fewer, more));
        double high = customer(orders, Math.max(fewer, more));
        assertTrue(high >= low - 1e-9, low + " then " + high);
    }

    @Test
    void returnsByTheShopsFault_countLessThanTheCustomersOwn() {
        ReturnModel model = RESULT.model();
        ReturnModel forgiving = new ReturnModel(
                model.intercept(),
                model.products(),
                model.categories(),
                model.bands(),
                model.quantities(),
                model.prices(),
                model.customerVariance(),
                0,
                model.calibration());
        ReturnHistory faulty = new ReturnHistory(List.of(new ReturnHistory.Bought("p1", "books", 5, 0.6, 0.6)));
        ReturnHistory unwanted = new ReturnHistory(List.of(new ReturnHistory.Bought("p1", "books", 5, 0.6, 0)));
        assertTrue(forgiving.customerLogit(faulty) < forgiving.customerLogit(unwanted));
    }

    @Test
    void tooFewLines_areRefusedInASentence() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> ReturnFit.fit(Map.of(), END, _ -> {}));
        assertTrue(refusal.getMessage().contains("100 lines are needed"));
    }

    private static double customer(int orders, double returned) {
        return RESULT.model()
                .customerLogit(
                        new ReturnHistory(List.of(new ReturnHistory.Bought("p1", "books", orders, returned, 0))));
    }

    private static double productEffect(int product) {
        return 1.2 * Math.sin(product * 12.9898);
    }

    private static Map<String, List<BoughtLine>> shop(int customers, double deviation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, List<BoughtLine>> books = new TreeMap<>();
        for (int i = 0; i < customers; i++) {
            double own = deviation * random.nextGaussian();
            List<BoughtLine> lines = new ArrayList<>();
            for (int line = 0; line < 10; line++) {
                int product = random.nextInt(PRODUCTS);
                double logit = LEVEL + own + productEffect(product) + (product % 3 == 0 ? 0.5 : -0.25);
                lines.add(line(random, product, random.nextDouble() < Logits.probability(logit)));
            }
            books.put("c" + i, lines);
        }
        return books;
    }

    private static BoughtLine line(SplittableRandom random, int product, boolean returned) {
        return new BoughtLine(
                START.plusSeconds(random.nextInt(400 * 86_400)),
                "o" + random.nextInt(),
                "p" + product,
                product % 3 == 0 ? "shoes" : "books",
                1,
                returned ? 1 : 0,
                0,
                10 + product,
                Double.NaN);
    }
}
