package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlateTest {

    @Test
    void oneOfferPerNeed_theBest_noTwoVariants() {
        Shop shop = new Shop()
                .product("a", "a")
                .price(1000)
                .add()
                .product("cheap", "bag")
                .price(20)
                .add()
                .product("good", "bag")
                .price(60)
                .add()
                .product("red", "strap")
                .price(30)
                .variantOf("strap-x")
                .add()
                .product("blue", "belt")
                .price(25)
                .variantOf("strap-x")
                .add()
                .complement("1", "a", "bag", "transport", 0.5)
                .complement("2", "a", "strap", "carry", 0.5)
                .complement("3", "a", "belt", "hold", 0.5);

        Decision decision = Ask.about("a").of(shop);

        assertEquals(List.of("good", "red"), Ask.ids(decision));
        assertEquals(List.of(1, 2), decision.offers().stream().map(Offer::rank).toList());
        assertEquals("NEED_SERVED", Ask.dropped(decision, "slate", "cheap"));
        assertEquals("VARIANT_OFFERED", Ask.dropped(decision, "slate", "blue"));
    }

    @Test
    void fullList_takesOtherTypesFirst() {
        Shop shop = new Shop().product("mug", "mug").add();
        for (int i = 0; i < 20; i++) {
            shop.product("mug-" + i, "mug").price(30).add().orders(9, "mug", "mug-" + i);
        }
        shop.product("tray", "tray").price(10).add().orders(9, "mug", "tray");

        List<String> offered = Ask.ids(Ask.about("mug").of(shop));

        assertEquals(12, offered.size());
        assertEquals("tray", offered.getLast());
        assertEquals(3, Ask.ids(Ask.about("mug").most(3).of(shop)).size());
        assertEquals(12, Ask.ids(Ask.about("mug").most(100).of(shop)).size());
    }

    @Test
    void equals_takeTurns_butEqualSeedsAgree() {
        Shop shop = new Shop().product("a", "a").add();
        IntStream.range(0, 20).forEach(i -> shop.product("b-" + i, "b").add());
        Snapshot snapshot = shop.complement("1", "a", "b", "n", 0.5).snapshot();

        List<String> byFirst = Ask.ids(Ask.about("a").seed(1).of(snapshot));
        List<List<String>> bySeeds = IntStream.range(2, 12)
                .mapToObj(seed -> Ask.ids(Ask.about("a").seed(seed).of(snapshot)))
                .toList();

        assertEquals(byFirst, Ask.ids(Ask.about("a").seed(1).of(snapshot)));
        assertNotEquals(1, bySeeds.stream().distinct().count());
    }
}
