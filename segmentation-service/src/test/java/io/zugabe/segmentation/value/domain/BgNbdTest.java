package io.zugabe.segmentation.value.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Proves("C7")
class BgNbdTest {

    /** As published for the CDNOW sample. */
    private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 38.86, 1.0, 0.19509805201119684",
        "1, 1.71, 38.86, 0.2121009853773791, 0.20318698707974817",
        "2, 30.43, 38.86, 0.726578570080673, 1.2260281747671187",
        "7, 29.43, 38.86, 0.6417563459461072, 3.3370532748513897",
        "4, 26.57, 30.86, 0.7978518962106411, 2.9300741775146704"
    })
    void referenceCases_agree(long repeats, double recency, double age, double alive, double expected) {
        PurchaseHistory history = new PurchaseHistory(repeats, recency, age);
        assertEquals(alive, CDNOW.probabilityAlive(history), 1e-12);
        assertEquals(expected, CDNOW.expectedPurchases(history, 39), 1e-11);
    }

    @Test
    void newCustomer_isExpectedAsPublished() {
        assertEquals(1.196723193320289, CDNOW.expectedPurchases(39), 1e-12);
        assertEquals(1.4460505953957625, CDNOW.expectedPurchases(52), 1e-12);
    }

    /** The closed form against the mean over p of what is expected of a customer who leaves with probability p. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.793, 0.999999, 1, 1.00002, 1.7, 6})
    void closedForm_isTheIntegralOverThoseWhoLeave(double a) {
        BgNbd model = new BgNbd(0.7, 5, a, 2.426);
        for (long repeats : new long[] {0, 1, 5, 60, 400}) {
            PurchaseHistory history = new PurchaseHistory(repeats, repeats == 0 ? 0 : 30, 40);
            double expected = model.probabilityAlive(history) * integral(model, history, 52);
            assertEquals(1, model.expectedPurchases(history, 52) / expected, 1e-6, () -> a + " " + history);
        }
    }

    @Test
    void poleOfTheClosedForm_isRemoved() {
        double pole = new BgNbd(0.7, 5, 0.4, 0.6).expectedPurchases(52);
        double beside = new BgNbd(0.7, 5, 0.4, 0.601).expectedPurchases(52);
        assertEquals(1, pole / beside, 1e-2);
    }

    @Property
    void laterLastOrder_doesNotLowerTheChanceToBeAlive(
            @ForAll @IntRange(min = 1, max = 200) int repeats,
            @ForAll @DoubleRange(min = 0, max = 100) double earlier,
            @ForAll @DoubleRange(min = 0, max = 100) double later,
            @ForAll @DoubleRange(min = 0.01, max = 20) double r,
            @ForAll @DoubleRange(min = 0.01, max = 50) double alpha,
            @ForAll @DoubleRange(min = 0.01, max = 20) double a,
            @ForAll @DoubleRange(min = 0.01, max = 50) double b) {
        BgNbd model = new BgNbd(r, alpha, a, b);
        double first = Math.min(earlier, later);
        double last = Math.max(earlier, later);
        double before = model.probabilityAlive(new PurchaseHistory(repeats, first, 100));
        double after = model.probabilityAlive(new PurchaseHistory(repeats, last, 100));
        assertTrue(after >= before, before + " then " + after);
        assertTrue(before >= 0 && after <= 1);
    }

    @Property
    void silence_lowersWhatIsExpected_andTimeRaisesIt(
            @ForAll @IntRange(min = 0, max = 200) int repeats,
            @ForAll @DoubleRange(min = 0, max = 50) double recency,
            @ForAll @DoubleRange(min = 0.1, max = 100) double silence,
            @ForAll @DoubleRange(min = 0.05, max = 20) double r,
            @ForAll @DoubleRange(min = 0.05, max = 50) double alpha,
            @ForAll @DoubleRange(min = 0.05, max = 20) double a,
            @ForAll @DoubleRange(min = 0.05, max = 50) double b) {
        BgNbd model = new BgNbd(r, alpha, a, b);
        PurchaseHistory now = new PurchaseHistory(repeats, recency, Math.max(50, recency));
        PurchaseHistory later = new PurchaseHistory(repeats, recency, now.age() + silence);
        double expected = model.expectedPurchases(now, 26);
        assertTrue(expected >= 0 && Double.isFinite(expected), () -> "expected " + expected);
        assertTrue(model.expectedPurchases(later, 26) <= expected * (1 + 1e-8) + 1e-12);
        assertTrue(model.expectedPurchases(now, 52) >= expected * (1 - 1e-8));
    }

    /** E[(1 − ((α + T) / (α + T + p t))^(r + x)) / p] over p ~ Beta(a, b + x), by the midpoint rule in logit(p). */
    private static double integral(BgNbd model, PurchaseHistory history, double weeks) {
        double span = model.alpha() + history.age();
        double shape = model.r() + history.repeats();
        double sum = 0;
        double mass = 0;
        for (double logit = -80; logit < 40; logit += 0.002) {
            double p = 1 / (1 + Math.exp(-logit));
            double logDensity = model.a() * Math.log(p) - (model.b() + history.repeats()) * Math.log1p(Math.exp(logit));
            double density = Math.exp(logDensity);
            double expected = -Math.expm1(-shape * Math.log1p(p * weeks / span)) / p;
            sum += density * expected;
            mass += density;
        }
        return sum / mass;
    }
}
