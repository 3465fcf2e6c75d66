package io.zugabe.segmentation.crossbuyer.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import java.util.List;
import org.junit.jupiter.api.Test;

@Proves("C3")
class EvidenceTest {

    private static final PurchaseHistory HISTORY = new PurchaseHistory(
            List.of(Months.month(0, 10, 30, 12, 2), Months.month(1, 0, 0, 6, 1), Months.month(2, 5, 20, 0, 3)));
    private static final Posterior TRAIT = new Posterior(0.3, 0.211, 0.5);

    @Test
    void returns_areSumsOfTheMonths() {
        assertEquals(
                "returned 50 € of 135 € (37 %, at least 21 % with 95 % probability; 9 of 10 customers: under 12 %)",
                evidence(CrossBuyerType.REVENUE_REVERSER, 50.0 / 135).english());
        assertEquals(
                "50 € von 135 € zurückgeschickt (37 %, mindestens 21 % mit 95 % Wahrscheinlichkeit; 9 von 10 Kunden: unter 12 %)",
                evidence(CrossBuyerType.REVENUE_REVERSER, 50.0 / 135).german());
    }

    @Test
    void serviceAndDiscounts_areSumsOfTheMonths() {
        assertEquals(
                "service cost 18 € of 60 € gross margin (30 %, at least 21 % with 95 % probability; 9 of 10 customers: under 12 %)",
                evidence(CrossBuyerType.SERVICE_DEMANDER, 18.0 / 60).english());
        assertEquals(
                "saved 15 € of 150 € at full prices (10 %, at least 21 % with 95 % probability; 9 of 10 customers: under 12 %)",
                evidence(CrossBuyerType.PROMOTION_MAXIMIZER, 0.1).english());
    }

    @Test
    void limitedSpend_isTheMonthsMean_andGrowthInPercent() {
        assertEquals(
                "spent 45 € a month in 1 to 3 categories: 10 % more categories came with 0.0 % more spend (at most 7.8 % with 95 % probability; 9 of 10 customers: over 8.7 %)",
                evidence(CrossBuyerType.SPENDING_LIMITER, 1).english());
        assertEquals(
                "gab 45 € im Monat in 1 bis 3 Kategorien aus: zu 10 % mehr Kategorien kamen 0,0 % mehr Ausgaben (höchstens 7,8 % mit 95 % Wahrscheinlichkeit; 9 von 10 Kunden: über 8,7 %)",
                evidence(CrossBuyerType.SPENDING_LIMITER, 1).german());
    }

    private static Evidence evidence(CrossBuyerType type, double observed) {
        return new Evidence(type, HISTORY, observed, TRAIT, 0.12, "EUR");
    }
}
