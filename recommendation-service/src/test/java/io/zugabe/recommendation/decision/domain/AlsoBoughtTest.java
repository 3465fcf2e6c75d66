package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zugabe.kit.test.Proves;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Proves("O4")
class AlsoBoughtTest {

    @Test
    void whatCustomersBoughtLater_isOffered_withItsCounts() {
        Shop shop = drill();

        Offer bits = Ask.offer(Ask.about("drill").of(shop), "bits");

        Offer.Reason reason = bits.reasons().getFirst();
        assertEquals(Offer.Code.ALSO_BOUGHT, reason.code());
        assertEquals("4 of 10 customers who bought the drill bought this later.", reason.text());
        Map<String, Double> numbers = reason.evidence().numbers();
        assertEquals(0.4, numbers.get("confidence"));
        assertEquals(14, numbers.get("customers_total"));
        assertEquals(4, numbers.get("customers_candidate"));
        assertEquals(0.4 * 14 / 4, numbers.getOrDefault("lift", 0.0), 1e-12);
    }

    @Test
    @Proves("O11")
    void reason_isWrittenInGerman() {
        assertEquals(
                "4 von 10 Kunden, die das drill gekauft haben, kauften später auch diesen Artikel.",
                Ask.offer(Ask.about("drill").in("de").of(drill()), "bits")
                        .reasons()
                        .getFirst()
                        .text());
    }

    /** The bits cost a tenth of the drill, and whoever bought both bought the drill first. */
    @Test
    void extra_bringsNotWhatItIsAnExtraFor() {
        Shop shop = drill();
        for (int customer = 0; customer < 10; customer++) {
            shop.bought("later-" + customer, 0, "drill").bought("later-" + customer, 5, "bits");
        }
        for (int order = 0; order < 30; order++) {
            shop.orders(1, "drill");
        }
        shop.orders(9, "drill", "bits");

        Decision decision = Ask.about("bits").of(shop);

        assertFalse(Ask.ids(decision).contains("drill"));
        assertEquals("IS_MAIN", Ask.dropped(decision, "candidates", "drill"));
        assertEquals(List.of("bits"), Ask.ids(Ask.about("drill").of(shop)));
    }

    /** Twice the price is no sign yet: it may well be the better half of a pair. */
    @Test
    void ofLikePrice_bothAreExtrasForTheOther() {
        Shop shop = new Shop()
                .product("mug", "mug")
                .price(10)
                .add()
                .product("teapot", "teapot")
                .price(25)
                .add()
                .orders(9, "mug", "teapot")
                .orders(40, "teapot");

        assertEquals(List.of("teapot"), Ask.ids(Ask.about("mug").of(shop)));
        assertEquals(List.of("mug"), Ask.ids(Ask.about("teapot").of(shop)));
    }

    /** The confidence says that the bag is the main thing, the order of purchase the opposite: nothing is known. */
    @Test
    void signsThatContradict_decideNothing() {
        Shop shop = new Shop()
                .product("bottle", "bottle")
                .price(10)
                .add()
                .product("bag", "bag")
                .price(50)
                .add()
                .orders(9, "bottle", "bag")
                .orders(40, "bag");
        for (int customer = 0; customer < 6; customer++) {
            shop.bought("c-" + customer, 0, "bottle").bought("c-" + customer, 5, "bag");
        }

        assertEquals(List.of("bag"), Ask.ids(Ask.about("bottle").of(shop)));
    }

    private static Shop drill() {
        Shop shop = new Shop()
                .product("drill", "drill")
                .price(100)
                .add()
                .product("bits", "bits")
                .price(10)
                .add();
        for (int customer = 0; customer < 10; customer++) {
            shop.bought("c-" + customer, 0, "drill");
        }
        for (int customer = 0; customer < 4; customer++) {
            shop.bought("c-" + customer, 20, "bits").bought("c-" + customer, 25, "bits");
        }
        for (int customer = 0; customer < 4; customer++) {
            shop.bought("other-" + customer, 20, "lamp");
        }
        return shop;
    }
}
