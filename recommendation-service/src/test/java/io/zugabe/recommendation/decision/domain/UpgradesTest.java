package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.kinds.domain.Difference;
import io.zugabe.recommendation.kinds.domain.PlacementRules;
import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.replica.domain.Terms;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpgradesTest {

    private static final String POWER = "drill\tpower\tmore\tpower\tLeistung";

    @Test
    @Proves("O7")
    void nextBetter_isOfferedWithItsDifferences() {
        Shop shop = drills().product("strong", "drill")
                .price(130)
                .attribute("power", "60", "60 W")
                .add();
        Decision decision = Ask.about("drill").in("de").of(shop);

        Offer offer = Ask.offer(decision, "strong");
        assertEquals(OfferKind.UPGRADE, offer.kind());
        assertEquals(List.of("drill"), offer.complements());
        assertEquals(
                List.of("power 40>60 W true", "price 100.00>130.00 EUR false"),
                offer.extras().differences().stream().map(UpgradesTest::told).toList());
        Offer.Reason reason = offer.reasons().getFirst();
        assertEquals(Offer.Code.UPGRADE, reason.code());
        assertEquals("Leistung: 60 W statt 40 W. 30,00 € mehr als das drill.", reason.text());
        assertEquals(
                "Power: 60 W instead of 40 W. 30.00 € more than the drill.",
                reason.evidence().sentence().in("en"));
    }

    @Test
    @Proves({"O7", "T1"})
    void priceRatioOfThePlacement_isKept() {
        Shop shop = drills().product("strong", "drill")
                .price(180)
                .attribute("power", "60", "60 W")
                .add();
        Decision decision = Ask.about("drill").of(shop);
        assertEquals(List.of(), Ask.ids(decision));
        assertEquals("ABOVE_PRICE_RATIO", Ask.dropped(decision, "kinds", "strong"));

        shop.rules(Placement.PRODUCT_PAGE, new PlacementRules(12, 0, Set.of(), 2, 1, 1, 0, Wishes.NONE, List.of()));
        assertEquals(List.of("strong"), Ask.ids(Ask.about("drill").of(shop)));
    }

    @Test
    @Proves({"O7", "T1"})
    void checkout_neverAddsMoreThanAQuarterOfTheCart() {
        Shop shop = drills().product("strong", "drill")
                .price(130)
                .attribute("power", "60", "60 W")
                .add()
                .product("mug", "mug")
                .price(25)
                .add();
        Decision dear = Ask.at(Placement.CHECKOUT).cart("drill").of(shop);
        assertEquals(List.of(), Ask.ids(dear));
        assertEquals("ABOVE_CART_SHARE", Ask.dropped(dear, "kinds", "strong"));
        assertEquals(
                List.of("strong"),
                Ask.ids(Ask.at(Placement.CHECKOUT).cart("drill", "mug").of(shop)));
    }

    @Test
    @Proves({"O7", "O1"})
    void whatFitsWhatIsOwned_mustStillFit() {
        Shop shop = new Shop()
                .traits("camera\tpower\tmore\tpower\tLeistung")
                .gate("camera", "lens")
                .product("old", "camera")
                .price(100)
                .attribute("power", "1")
                .fitGroup(1)
                .add()
                .product("new", "camera")
                .price(120)
                .attribute("power", "2")
                .fitGroup(2)
                .add()
                .product("lens", "lens")
                .price(50)
                .fitGroup(3)
                .add()
                .fits(1, 3);
        assertEquals(List.of("new"), Ask.ids(Ask.about("old").of(shop)));

        Decision owner = Ask.about("old").owns("lens", 30).of(shop);
        assertEquals(List.of(), Ask.ids(owner));
        assertEquals("BREAKS_FIT", Ask.dropped(owner, "kinds", "new"));

        shop.fits(2, 3);
        Offer offer = Ask.offer(Ask.about("old").owns("lens", 30).of(shop), "new");
        assertEquals("new", offer.fit().orElseThrow().hostId());
    }

    @Test
    @Proves("O7")
    void curated_comesBeforeWhatIsFound() {
        Shop shop = drills().product("strong", "drill")
                .price(110)
                .attribute("power", "60", "60 W")
                .add()
                .product("chosen", "drill")
                .price(140)
                .attribute("power", "40", "40 W")
                .add()
                .relation("better", "drill", "chosen", Terms.of(Terms.Kind.UPGRADE));
        Decision decision = Ask.about("drill").of(shop);
        assertEquals(List.of("chosen"), Ask.ids(decision));
        assertEquals(
                "better",
                Ask.offer(decision, "chosen").reasons().getFirst().evidence().id());
    }

    @Test
    @Proves("O7")
    void largerPack_isOfferedThoughItIsAVariant_withThePriceByUnit() {
        Shop shop = new Shop()
                .traits("cell\tpieces\tamount\tpieces\tStück")
                .product("four", "cell")
                .price(4.99)
                .brand("Duracell")
                .variantOf("plus")
                .attribute("pieces", "4")
                .consumable()
                .add()
                .product("twelve", "cell")
                .price(11.99)
                .cost(7.9)
                .brand("Duracell")
                .variantOf("plus")
                .attribute("pieces", "12")
                .consumable()
                .add();
        Offer offer = Ask.offer(Ask.about("four").of(shop), "twelve");
        assertEquals(OfferKind.UPGRADE, offer.kind());
        assertEquals(Offer.Code.LARGER_PACK, offer.reasons().getFirst().code());
        assertEquals(
                "12 instead of 4: 1.00 € instead of 1.25 € per piece.",
                offer.reasons().getFirst().text());
        assertTrue(offer.extras().differences().stream()
                .anyMatch(each -> each.attribute().equals("price_per_unit")));
    }

    @Test
    @Proves("O7")
    void longerContract_isOfferedInsteadOfTheOneInTheCart_ifTheProductHasBoth() {
        Shop shop = new Shop()
                .traits("service\tterm\tmore\tterm\tLaufzeit")
                .product("camera", "camera")
                .price(900)
                .add()
                .product("three", "warranty", "service")
                .price(70)
                .attribute("term", "36", "36 mo")
                .add()
                .product("five", "warranty", "service")
                .price(100)
                .attribute("term", "60", "60 mo")
                .add()
                .relation("w3", "camera", "three", Terms.of(Terms.Kind.SERVICE));
        Decision without = Ask.at(Placement.CART).cart("camera", "three").of(shop);
        assertEquals(List.of(), Ask.ids(without));
        assertEquals("BREAKS_FIT", Ask.dropped(without, "kinds", "five"));

        shop.relation("w5", "camera", "five", Terms.of(Terms.Kind.SERVICE));
        Decision decision = Ask.at(Placement.CART)
                .cart("camera", "three")
                .kinds(OfferKind.UPGRADE)
                .of(shop);
        assertEquals(List.of("five"), Ask.ids(decision));
        assertEquals(
                "Term: 60 mo instead of 36 mo. 30.00 € more than the three.",
                decision.offers().getFirst().reasons().getFirst().text());
    }

    @Test
    @Proves({"C4", "O7"})
    void spendingLimiter_isUpSoldWithinTheLimit_notCrossSold() {
        Shop shop = drills().product("strong", "drill")
                .price(130)
                .attribute("power", "60", "60 W")
                .add()
                .product("bit", "bit")
                .price(10)
                .add()
                .complement("bits", "drill", "bit", "bits", 0.9);
        assertTrue(Ask.ids(Ask.about("drill").of(shop)).contains("bit"));

        var limiter = Treatments.of("SPENDING_LIMITER").onlyWhenTriggered();
        Decision decision =
                Ask.about("drill").treated(limiter.ceiling(200).done()).of(shop);
        assertEquals(List.of("strong"), Ask.ids(decision));
        assertEquals("NOT_TRIGGERED", Ask.dropped(decision, "eligibility", "bit"));

        Decision poor = Ask.about("drill").treated(limiter.ceiling(120).done()).of(shop);
        assertEquals(List.of(), Ask.ids(poor));
        assertEquals("ABOVE_CUSTOMER_LIMIT", Ask.dropped(poor, "kinds", "strong"));
    }

    @Test
    @Proves("O7")
    void owned_isNotReplaced() {
        Shop shop = drills().product("strong", "drill")
                .price(130)
                .attribute("power", "60", "60 W")
                .add();
        assertEquals(List.of(), Ask.ids(Ask.about("drill").owns("drill", 3).of(shop)));
        assertEquals(
                List.of(), Ask.ids(Ask.at(Placement.THANK_YOU).anchors("drill").of(shop)));
    }

    private static Shop drills() {
        return new Shop()
                .traits(POWER)
                .product("drill", "drill")
                .price(100)
                .attribute("power", "40", "40 W")
                .add();
    }

    private static String told(Difference difference) {
        return difference.attribute() + " " + difference.from() + ">" + difference.to() + " " + difference.unit() + " "
                + difference.better();
    }

    @Test
    @Proves({"O7", "O4"})
    void variantOfSomethingElseThatIsOwned_isNoUpgrade() {
        Shop shop = drills().product("strong", "drill")
                .price(130)
                .attribute("power", "60", "60 W")
                .variantOf("pro")
                .add()
                .product("strong-red", "drill")
                .price(135)
                .attribute("power", "20", "20 W")
                .variantOf("pro")
                .add();
        assertEquals(List.of("strong"), Ask.ids(Ask.about("drill").of(shop)));

        Decision owner = Ask.about("drill").owns("strong-red", 30).of(shop);
        assertEquals(List.of(), Ask.ids(owner));
        assertEquals("VARIANT", Ask.dropped(owner, "kinds", "strong"));
    }

    @Test
    @Proves({"O7", "T1"})
    void hugeOrder_keepsToTheShareOfTheCart() {
        Shop shop = new Shop()
                .traits(POWER)
                .product("drill", "drill")
                .price(8e11)
                .attribute("power", "40", "40 W")
                .add()
                .product("strong", "drill")
                .price(1.04e12)
                .attribute("power", "60", "60 W")
                .add();
        Decision decision = Ask.at(Placement.CHECKOUT).line("drill", 40, 8e11).of(shop);
        assertEquals(List.of(), Ask.ids(decision));
        assertEquals("ABOVE_CART_SHARE", Ask.dropped(decision, "kinds", "strong"));
    }

    /** A product that got better before its type was ranked again. */
    @Test
    @Proves({"O7", "T2"})
    void whatWasFoundBefore_makesNoDifference() {
        Shop shop = drills().product("other", "drill")
                .price(130)
                .attribute("power", "30", "30 W")
                .add();
        assertEquals(List.of(), Ask.ids(Ask.about("drill").of(shop)));

        shop.product("other", "drill")
                .price(130)
                .attribute("power", "60", "60 W")
                .add();
        assertEquals(List.of("other"), Ask.ids(Ask.about("drill").of(shop)), "warm");
        shop.product("other", "drill")
                .price(130)
                .stock(3)
                .attribute("power", "60", "60 W")
                .add();
        assertEquals(
                List.of("other"), Ask.ids(Ask.about("drill").of(shop)), "warm, and nothing that is compared changed");
        shop.product("other", "drill")
                .price(130)
                .attribute("power", "30", "30 W")
                .add();
        assertEquals(List.of(), Ask.ids(Ask.about("drill").of(shop)), "warm");
        assertEquals(List.of(), Ask.ids(Ask.about("drill").of(shop.traits(POWER))), "cold");
    }
}
