package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is missing to free shipping, and what fills it. */
@Proves("O12")
class FillGapTest {

    private static Shop shop() {
        Shop shop = new Shop();
        shop.product("bin", "bin").price(40.80).cost(20).add();
        shop.product("bags", "bags").price(3.50).cost(1).add();
        shop.product("spray", "spray").price(9.90).cost(3).add();
        shop.product("brush", "brush").price(12).cost(4).add();
        shop.product("gloves", "gloves").price(19).cost(4).add();
        shop.product("cabinet", "cabinet").price(99).cost(30).add();
        shop.product("teapot", "teapot").price(9.20).cost(3).add();
        shop.orders(50, "teapot");
        for (String part : List.of("bags", "spray", "brush", "gloves", "cabinet")) {
            shop.complement("bin-" + part, "bin", part, part, 0.8);
        }
        return shop;
    }

    private static List<String> fills(ShippingGap gap) {
        return gap.offers().stream().map(offer -> offer.product().id()).toList();
    }

    @Test
    void whatFillsTheGap_leastExcessFirst_andGoesWithTheBasket() {
        ShippingGap gap = Ask.at(Placement.CART)
                .cart("bin")
                .freeFrom(50)
                .of(shop())
                .shippingGap()
                .orElseThrow();
        assertEquals(9_200_000, gap.missing().micros());
        assertEquals(List.of("spray", "brush", "gloves"), fills(gap));
        Offer.Reason first = gap.offers().getFirst().reasons().getFirst();
        assertEquals(Offer.Code.SHIPPING_GAP, first.code());
        assertEquals("Fills the 9.20 € that are missing to free shipping.", first.text());
    }

    @Test
    void policyOfTheShop_unlessTheRequestSaysOtherwise() {
        Shop shop = shop().gives(45);
        assertEquals(
                4_200_000,
                Ask.at(Placement.CART)
                        .cart("bin")
                        .of(shop)
                        .shippingGap()
                        .orElseThrow()
                        .missing()
                        .micros());
        assertTrue(Ask.at(Placement.CART)
                .cart("bin")
                .freeFrom(40)
                .of(shop)
                .shippingGap()
                .isEmpty());
        assertTrue(Ask.about("bin").of(shop).shippingGap().isEmpty(), "no cart");
        assertTrue(Ask.at(Placement.CART).cart("bin").of(shop()).shippingGap().isEmpty(), "never free");
    }

    @Test
    void gatesHold() {
        Shop shop = shop();
        shop.product("spray", "spray").price(9.90).cost(3).stock(0).add();
        shop.gate("bin", "brush");
        ShippingGap gap = Ask.at(Placement.CART)
                .cart("bin")
                .freeFrom(50)
                .of(shop)
                .shippingGap()
                .orElseThrow();
        assertEquals(List.of("gloves"), fills(gap));
        Decision silent =
                Ask.at(Placement.CART).cart("bin").freeFrom(50).openCase().of(shop());
        assertTrue(silent.shippingGap().isEmpty(), "an open case silences everything");
    }
}
