package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EligibilityTest {

    private final Shop shop = new Shop()
            .product("phone", "phone")
            .price(500)
            .variantOf("phone-x")
            .add()
            .product("phone-red", "phone")
            .price(500)
            .variantOf("phone-x")
            .add()
            .product("case", "case")
            .price(20)
            .add()
            .product("case-sold-out", "case")
            .price(20)
            .stock(0)
            .add()
            .product("case-free", "case")
            .price(0)
            .add()
            .product("case-gold", "case")
            .price(200)
            .add()
            .product("wipes", "wipes")
            .price(5)
            .consumable()
            .add()
            .product("insurance", "insurance", "service")
            .price(50)
            .stock(-1)
            .add()
            .complement("phone-case", "phone", "case", "protection", 0.9)
            .complement("phone-phone", "phone", "phone", "second", 0.5)
            .complement("phone-wipes", "phone", "wipes", "care", 0.5)
            .complement("phone-insurance", "phone", "insurance", "insurance", 0.5);

    @Test
    void soldOutFreeVariantAndAnchor_areDroppedWithTheirCodes() {
        Decision decision = Ask.about("phone").of(shop);

        assertEquals("OUT_OF_STOCK", Ask.dropped(decision, "eligibility", "case-sold-out"));
        assertEquals("NO_PRICE", Ask.dropped(decision, "eligibility", "case-free"));
        assertEquals("VARIANT", Ask.dropped(decision, "eligibility", "phone-red"));
        assertEquals("IS_ANCHOR", Ask.dropped(decision, "eligibility", "phone"));
        assertEquals(OfferKind.SERVICE, Ask.offer(decision, "insurance").kind());
    }

    @Test
    void owned_isNotOfferedAgain_unlessConsumed() {
        Decision decision = Ask.about("phone")
                .owns("case", 30)
                .owns("wipes", 30)
                .filter(List.of("case-gold"), List.of(), 0)
                .of(shop);

        assertEquals("OWNED", Ask.dropped(decision, "eligibility", "case"));
        assertTrue(Ask.ids(decision).contains("wipes"));
    }

    @Test
    @Proves("T1")
    void checkout_staysSubtle() {
        Decision decision = Ask.at(Placement.CHECKOUT).cart("phone").of(shop);

        assertEquals(2, decision.offers().size());
        double together = decision.offers().stream()
                .mapToDouble(offer -> offer.product().price().amount())
                .sum();
        assertTrue(together <= 125, "together " + together);
        assertEquals("ABOVE_CART_SHARE", Ask.dropped(decision, "eligibility", "case-gold"));
    }

    @Test
    void filters_doNotShrinkTheList() {
        Shop large = new Shop().product("phone", "phone").price(500).add();
        for (int i = 0; i < 1_000; i++) {
            large.product("case-" + i, "case").price(100).rated(5, 500).add();
        }
        large.product("cheap", "case").price(9).rated(1, 500).add();
        large.complement("phone-case", "phone", "case", "protection", 0.9);

        assertEquals(
                List.of("cheap"),
                Ask.ids(Ask.about("phone").filter(List.of(), List.of(), 10).of(large)));
    }

    @Test
    void kindsTypesAndExclusions_areObeyed() {
        assertEquals(
                List.of("insurance"),
                Ask.ids(Ask.about("phone").kinds(OfferKind.SERVICE).of(shop)));
        assertEquals(
                List.of("insurance"),
                Ask.ids(Ask.about("phone")
                        .filter(List.of(), List.of("service"), 0)
                        .of(shop)));
        Decision excluded = Ask.about("phone")
                .filter(List.of("case", "case-gold", "wipes", "insurance"), List.of(), 0)
                .of(shop);
        assertEquals(Optional.of(Silence.NOTHING_FITS), excluded.silence());
        assertEquals("EXCLUDED", Ask.dropped(excluded, "eligibility", "case"));
    }
}
