package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.replica.domain.Terms;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundlesTest {

    @Test
    @Proves("O8")
    void bundle_isOfferedWithPriceAndSaving() {
        Decision decision = Ask.about("cooker").of(kitchen());
        Offer offer = only(decision);
        assertEquals(OfferKind.BUNDLE, offer.kind());
        assertEquals("cooker", offer.product().id());
        assertEquals(Shop.euros(145), offer.price());
        Offer.Package set = offer.extras().bundle().orElseThrow();
        assertEquals(
                List.of("cooker", "rice", "sushi"),
                set.parts().stream().map(part -> part.id()).toList());
        assertEquals(Shop.euros(7), set.saving());
        assertEquals(
                "Together 145.00 € instead of 152.00 €: you save 7.00 €.",
                offer.reasons().getFirst().text());
        assertTrue(Ask.about("cooker")
                .in("de")
                .of(kitchen())
                .offers()
                .getFirst()
                .reasons()
                .getFirst()
                .text()
                .contains("Sie sparen 7,00 €"));
    }

    @Test
    @Proves("O8")
    void partMissing_noBundle() {
        assertEquals(
                "PART_MISSING",
                refused(kitchen().product("sushi", "rice").price(5).stock(0).add(), "cooker"));
        assertEquals(
                "PART_MISSING",
                Ask.dropped(
                        Ask.about("cooker")
                                .filter(List.of("rice"), List.of(), 0)
                                .of(kitchen()),
                        "kinds",
                        "cooker"));
        assertEquals(
                "PART_MISSING",
                Ask.dropped(Ask.about("cooker").owns("cooker", 9).of(kitchen()), "kinds", "cooker"));
    }

    @Test
    @Proves("O8")
    void pricesThatFellBelowThePackage_noBundle() {
        assertEquals(
                "SAVES_NOTHING",
                refused(kitchen().product("cooker", "cooker").price(120).add(), "cooker"));
    }

    @Test
    @Proves("O8")
    void savingAboveTheMargin_doesNotPay() {
        assertEquals(
                "DOES_NOT_PAY",
                refused(
                        kitchen()
                                .product("rice", "rice")
                                .price(17)
                                .cost(16)
                                .add()
                                .product("sushi", "rice")
                                .price(5)
                                .cost(4)
                                .add(),
                        "cooker"));
    }

    @Test
    @Proves({"O8", "O1"})
    void partsThatDoNotFit_noBundle() {
        Shop shop = new Shop()
                .gate("camera", "battery")
                .product("camera", "camera")
                .price(500)
                .fitGroup(1)
                .add()
                .product("battery", "battery")
                .price(80)
                .fitGroup(2)
                .add()
                .bundle("set", 560, "camera", "battery");
        assertEquals("PARTS_DO_NOT_FIT", refused(shop, "camera"));
        assertEquals(
                OfferKind.BUNDLE,
                only(Ask.about("camera").kinds(OfferKind.BUNDLE).of(shop.fits(1, 2)))
                        .kind());
        assertEquals("PARTS_DO_NOT_FIT", refused(shop.blocks("camera", "battery", true), "camera"));
    }

    @Test
    @Proves("O8")
    void inTheCart_itSaysWhatIsThereAlready() {
        Offer offer = only(Ask.at(Placement.CART).cart("cooker").of(kitchen()));
        Offer.Package set = offer.extras().bundle().orElseThrow();
        assertEquals(1, set.inCart().size());
    }

    @Test
    @Proves("O8")
    void sample_comesWithTheOrder_oneAtMost_last() {
        Shop shop = new Shop()
                .product("shampoo", "shampoo")
                .price(30)
                .add()
                .product("conditioner", "conditioner")
                .price(25)
                .add()
                .product("sachet", "conditioner_sample")
                .price(0.5)
                .cost(0.2)
                .add()
                .product("other-sachet", "shampoo_sample")
                .price(0.5)
                .cost(0.2)
                .add()
                .complement("conditioner", "shampoo", "conditioner", "conditioner", 0.9)
                .relation("sachet", "shampoo", "sachet", Terms.of(Terms.Kind.SAMPLE))
                .relation("other", "shampoo", "other-sachet", Terms.of(Terms.Kind.SAMPLE));
        Decision decision = Ask.at(Placement.CART).cart("shampoo").of(shop);
        assertEquals(List.of("conditioner", "other-sachet"), Ask.ids(decision));
        Offer sample = decision.offers().getLast();
        assertEquals(OfferKind.SAMPLE, sample.kind());
        assertEquals(0, sample.price().micros());
        assertEquals(
                "Comes with your order free of charge.",
                sample.reasons().getFirst().text());

        assertEquals(List.of("conditioner"), Ask.ids(Ask.about("shampoo").of(shop)), "no order yet");
    }

    @Test
    @Proves("O8")
    void dearSample_isNotGivenAway() {
        Shop shop = new Shop()
                .product("shampoo", "shampoo")
                .price(30)
                .add()
                .product("bottle", "conditioner")
                .price(9)
                .cost(5)
                .add()
                .relation("bottle", "shampoo", "bottle", Terms.of(Terms.Kind.SAMPLE));
        Decision decision = Ask.at(Placement.CHECKOUT).cart("shampoo").of(shop);
        assertEquals(List.of(), Ask.ids(decision));
        assertEquals("SAMPLE_TOO_DEAR", Ask.dropped(decision, "kinds", "bottle"));
    }

    private static Shop kitchen() {
        return new Shop()
                .product("cooker", "cooker")
                .price(130)
                .add()
                .product("rice", "rice")
                .price(17)
                .cost(8)
                .add()
                .product("sushi", "rice")
                .price(5)
                .cost(2)
                .add()
                .bundle("rice-set", 145, "cooker", "rice", "sushi");
    }

    private static Offer only(Decision decision) {
        assertEquals(1, decision.offers().size(), () -> decision.stages().toString());
        return decision.offers().getFirst();
    }

    private static String refused(Shop shop, String anchor) {
        Decision decision = Ask.about(anchor).kinds(OfferKind.BUNDLE).of(shop);
        assertEquals(List.of(), Ask.ids(decision));
        return Ask.dropped(decision, "kinds", anchor);
    }

    @Test
    @Proves("O8")
    void allInTheCart_packageWouldOnlyBeADiscount() {
        Decision decision = Ask.at(Placement.CART)
                .cart("cooker", "rice", "sushi")
                .kinds(OfferKind.BUNDLE)
                .of(kitchen());
        assertEquals(List.of(), Ask.ids(decision));
        assertEquals("IN_CART", Ask.dropped(decision, "kinds", "cooker"));
    }

    @Test
    @Proves("O8")
    void marginsOfWhatIsInTheCart_doNotCount() {
        Shop shop = new Shop()
                .product("bike", "bike")
                .price(1000)
                .add()
                .product("helmet", "helmet")
                .price(100)
                .cost(40)
                .add()
                .product("lock", "lock")
                .price(20)
                .cost(10)
                .add()
                .bundle("ride", 1090, "bike", "helmet", "lock");
        Ask ask = Ask.at(Placement.CART).kinds(OfferKind.BUNDLE);
        assertEquals(List.of("bike"), Ask.ids(ask.cart("bike").of(shop)));

        Decision decision = ask.cart("bike", "helmet").of(shop);
        assertEquals(List.of(), Ask.ids(decision));
        assertEquals("DOES_NOT_PAY", Ask.dropped(decision, "kinds", "bike"));
    }

    @Test
    @Proves("O8")
    void whatIsInTheCart_countsAtThePriceOfItsLine() {
        Decision decision = Ask.at(Placement.CART)
                .line("cooker", 1, 120)
                .kinds(OfferKind.BUNDLE)
                .of(kitchen());
        assertEquals(List.of(), Ask.ids(decision));
        assertEquals("SAVES_NOTHING", Ask.dropped(decision, "kinds", "cooker"), "120 + 17 + 5 is less than 145");
    }

    @Test
    @Proves({"O8", "O4"})
    void variantOfWhatIsOwned_isNoPart() {
        Shop shop = kitchen()
                .product("rice", "rice")
                .price(17)
                .cost(8)
                .variantOf("basmati")
                .add()
                .product("red-rice", "rice")
                .variantOf("basmati")
                .add();
        Ask ask = Ask.about("cooker").kinds(OfferKind.BUNDLE);
        assertEquals(List.of("cooker"), Ask.ids(ask.of(shop)));
        assertEquals(
                "DOES_NOT_PAY",
                Ask.dropped(
                        Ask.at(Placement.CART)
                                .cart("cooker", "rice")
                                .kinds(OfferKind.BUNDLE)
                                .of(shop),
                        "kinds",
                        "cooker"),
                "that it is in the cart itself does not make it a variant of another");

        Decision decision = ask.owns("red-rice", 30).of(shop);
        assertEquals(List.of(), Ask.ids(decision));
        assertEquals("PART_MISSING", Ask.dropped(decision, "kinds", "cooker"));
    }

    @Test
    @Proves("O8")
    void sample_isPaidByTheOrder_notByWhatIsAtHome() {
        Shop shop = new Shop()
                .product("camera", "camera")
                .price(2500)
                .add()
                .product("battery", "battery")
                .price(80)
                .add()
                .product("cloth", "cloth")
                .price(30)
                .cost(20)
                .add()
                .complement("power", "camera", "battery", "power", 0.9)
                .relation("cloth", "battery", "cloth", Terms.of(Terms.Kind.SAMPLE));
        Decision decision = Ask.at(Placement.THANK_YOU)
                .anchors("battery")
                .owns("camera", 100)
                .of(shop);
        assertEquals(List.of(), Ask.ids(decision));
        assertEquals("SAMPLE_TOO_DEAR", Ask.dropped(decision, "kinds", "cloth"));
    }

    @Test
    @Proves("O8")
    void sample_takesOnlyAPlaceThatIsFree_andDoesNotPayAlone() {
        Shop shop = new Shop()
                .product("shampoo", "shampoo")
                .price(300)
                .add()
                .product("sachet", "sachet")
                .price(0.5)
                .cost(0.2)
                .add()
                .relation("sachet", "shampoo", "sachet", Terms.of(Terms.Kind.SAMPLE));
        Ask checkout = Ask.at(Placement.CHECKOUT).cart("shampoo");
        Decision alone = checkout.of(shop);
        assertEquals(List.of("sachet"), Ask.ids(alone));
        assertFalse(alone.pays());

        shop.product("comb", "comb").price(20).add().complement("1", "shampoo", "comb", "comb", 0.9);
        Decision both = checkout.of(shop);
        assertEquals(List.of("comb", "sachet"), Ask.ids(both));
        assertTrue(both.pays());

        shop.product("brush", "brush").price(15).add().complement("2", "shampoo", "brush", "brush", 0.9);
        Decision full = checkout.of(shop);
        assertEquals(List.of("comb", "brush"), Ask.ids(full));
        assertEquals("LIST_FULL", Ask.dropped(full, "kinds", "sachet"));
    }
}
