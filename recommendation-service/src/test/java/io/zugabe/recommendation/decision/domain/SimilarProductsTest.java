package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zugabe.kit.test.Proves;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Proves("O6")
class SimilarProductsTest {

    private final Shop shop = new Shop()
            .product("new-drill", "drill")
            .price(100)
            .add()
            .product("old-drill", "drill")
            .price(100)
            .add()
            .product("bits", "bit_set")
            .price(20)
            .add()
            .orders(30, "old-drill", "bits")
            .orders(10, "old-drill")
            .like("new-drill", "old-drill", 0.8);

    @Test
    void productWithoutSales_takesTheCompanionsOfTheMostSimilarOne() {
        Offer bits = Ask.offer(Ask.about("new-drill").of(shop), "bits");

        Offer.Reason reason = bits.reasons().getFirst();
        assertEquals(Offer.Code.SIMILAR_PRODUCT, reason.code());
        assertEquals(
                "30 of 40 orders with the old-drill, which is similar to the new-drill, also had this.", reason.text());
        Map<String, Double> numbers = reason.evidence().numbers();
        assertEquals(0.8, numbers.get("similarity"));
        assertEquals(0.75, numbers.get("confidence"));
        assertEquals("similar-product/old-drill", reason.evidence().id());
    }

    @Test
    @Proves("O11")
    void reason_isWrittenInGerman() {
        assertEquals(
                "30 von 40 Bestellungen mit das old-drill (ähnlich wie das new-drill) enthielten auch diesen Artikel.",
                Ask.offer(Ask.about("new-drill").in("de").of(shop), "bits")
                        .reasons()
                        .getFirst()
                        .text());
    }

    /** That bits fit the old drill says nothing of the new one. */
    @Test
    @Proves("O1")
    void fit_isAskedOfTheAnchorItself() {
        Shop gated = new Shop()
                .product("new-drill", "drill")
                .fitGroup(1)
                .add()
                .product("old-drill", "drill")
                .fitGroup(2)
                .add()
                .product("bits", "bit_set")
                .fitGroup(11)
                .add()
                .gate("drill", "bit_set")
                .fits(2, 11)
                .orders(30, "old-drill", "bits")
                .like("new-drill", "old-drill", 0.8);

        Decision decision = Ask.about("new-drill").of(gated);

        assertFalse(Ask.ids(decision).contains("bits"));
        assertEquals("DOES_NOT_FIT", Ask.dropped(decision, "fit", "bits"));
    }

    @Test
    void productThatSells_speaksForItself() {
        shop.orders(25, "new-drill");

        assertFalse(Ask.ids(Ask.about("new-drill").of(shop)).contains("bits"));
    }
}
