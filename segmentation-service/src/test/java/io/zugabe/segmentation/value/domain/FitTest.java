package io.zugabe.segmentation.value.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.value.domain.SimulatedShop.Customer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Proves("C7")
class FitTest {

    private static final LifetimeModel TRUTH = new LifetimeModel(new BgNbd(0.6, 6, 0.8, 2.5), new GammaGamma(4, 4, 60));

    private static final List<Customer> CUSTOMERS = SimulatedShop.customers(TRUTH, 8_000, Horizon.YEAR, 7);
    private static final BgNbdFit.Result PURCHASES =
            BgNbdFit.fit(CUSTOMERS.stream().map(Customer::history).toList());
    private static final GammaGammaFit.Result SPEND =
            GammaGammaFit.fit(CUSTOMERS.stream().map(Customer::spend).toList());

    @Test
    void simulatedCustomers_giveTheirParametersBack() {
        assertTrue(PURCHASES.determined());
        assertEquals(CUSTOMERS.size(), PURCHASES.customers());
        within(0.12, 0.6, PURCHASES.model().r());
        within(0.12, 6, PURCHASES.model().alpha());
        within(0.25, 0.8, PURCHASES.model().a());
        within(0.4, 2.5, PURCHASES.model().b());
        assertTrue(SPEND.determined());
        within(0.08, 4, SPEND.model().p());
        within(0.08, 4, SPEND.model().q());
        within(0.12, 60, SPEND.model().v());
    }

    @Test
    void fit_isNoWorseThanTheTruth_andRepeatable() {
        List<PurchaseHistory> histories =
                CUSTOMERS.stream().map(Customer::history).toList();
        assertTrue(PURCHASES.logLikelihood() >= BgNbdFit.logLikelihood(TRUTH.purchases(), histories));
        assertEquals(PURCHASES.model(), BgNbdFit.fit(histories).model());
    }

    @Test
    void standardErrors_areOfTheSizeThatTheErrorsHave() {
        double error = Math.abs(Math.log(PURCHASES.model().r() / 0.6));
        double standardError = PURCHASES.root()[0][0];
        assertTrue(standardError > 0.005 && standardError < 0.2, () -> "standard error " + standardError);
        assertTrue(error < 4 * standardError, () -> error + " at a standard error of " + standardError);
    }

    @Test
    void valueOfAll_isWhatTheySpendLater() {
        LifetimeModel model = new LifetimeModel(PURCHASES.model(), SPEND.model());
        double expected = 0;
        double actual = 0;
        for (Customer customer : CUSTOMERS) {
            expected += model.value(customer.history(), customer.spend(), Horizon.YEAR)
                    .lifetimeValue();
            actual += customer.laterValue();
        }
        within(0.06, actual, expected);
    }

    @Test
    void interval_isExceededByOneInTwenty() {
        ValueForecast forecast = ValueForecast.about(PURCHASES, SPEND, 40, new SplittableRandom(1));
        SplittableRandom random = new SplittableRandom(2);
        int above = 0;
        int below = 0;
        for (Customer customer : CUSTOMERS) {
            ValueInterval interval = forecast.interval(customer.history(), customer.spend(), Horizon.YEAR, 200, random);
            above += customer.laterValue() > interval.high() ? 1 : 0;
            below += customer.laterValue() < interval.low() ? 1 : 0;
        }
        assertEquals(0.05, (double) above / CUSTOMERS.size(), 0.015);
        // most may be gone: their interval begins at 0, and nobody spends less
        assertTrue(below <= 0.06 * CUSTOMERS.size());
    }

    @Test
    void tooFewCustomers_leaveTheParametersOpen_andStillGiveAnAnswer() {
        BgNbdFit.Result lonely = BgNbdFit.fit(
                Stream.generate(() -> new PurchaseHistory(0, 0, 10)).limit(5).toList());
        assertFalse(lonely.determined());
        double expected = lonely.model().expectedPurchases(new PurchaseHistory(0, 0, 10), 52);
        assertTrue(expected >= 0 && expected < 1, () -> "expected " + expected);
    }

    private static void within(double share, double expected, double actual) {
        assertEquals(1, actual / expected, share, () -> actual + " instead of " + expected);
    }
}
