package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.kinds.domain.PlacementRules;
import io.zugabe.recommendation.kinds.domain.ProductSet;
import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.replica.domain.Circumstances;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FiltersTest {

    @Test
    @Proves("O10")
    void boost_ranksHigher_pin_hasItsPlace() {
        Shop shop = shelf(5);
        assertEquals(
                List.of("p1", "p2", "p3", "p4", "p5"), Ask.ids(Ask.about("tent").of(shop)));
        Wishes boosted = new Wish().boost(new ProductSet.OfId("p4"), 100).done();
        assertEquals("p4", Ask.ids(Ask.about("tent").wishes(boosted).of(shop)).getFirst());
        Wishes pinned = new Wish().pin("p5", 2).done();
        assertEquals(
                List.of("p1", "p5", "p2", "p3", "p4"),
                Ask.ids(Ask.about("tent").wishes(pinned).of(shop)));
        assertEquals(
                List.of("p1", "p5"),
                Ask.ids(Ask.about("tent").wishes(pinned).most(2).of(shop)),
                "even if cut");
    }

    @Test
    @Proves("O10")
    void included_isOffered_strictLeavesNothingElse() {
        Shop shop = shelf(3).product("mug", "mug").price(12).add();
        Wishes included = new Wish().include("mug").done();
        Decision decision = Ask.about("tent").wishes(included).of(shop);
        assertEquals(Set.of("p1", "p2", "p3", "mug"), Set.copyOf(Ask.ids(decision)));
        assertEquals(
                "Recommended by the shop.",
                Ask.offer(decision, "mug").reasons().getFirst().text());
        Wishes strict = new Wish().include("mug").strict().done();
        assertEquals(List.of("mug"), Ask.ids(Ask.about("tent").wishes(strict).of(shop)));
    }

    @Test
    @Proves({"O10", "O1"})
    void pinned_passesNoGateThatItMustNotPass() {
        Shop shop = new Shop()
                .gate("camera", "battery")
                .product("camera", "camera")
                .price(500)
                .fitGroup(1)
                .add()
                .product("wrong", "battery")
                .price(50)
                .fitGroup(2)
                .add()
                .product("gone", "bag")
                .price(50)
                .stock(0)
                .add();
        Wishes pins = new Wish().pin("wrong", 1).pin("gone", 2).done();
        Decision decision = Ask.about("camera").wishes(pins).of(shop);
        assertEquals(List.of(), Ask.ids(decision));
        assertEquals("DOES_NOT_FIT", Ask.dropped(decision, "candidates", "wrong"));
        assertEquals("OUT_OF_STOCK", Ask.dropped(decision, "candidates", "gone"));
    }

    @Test
    @Proves("O10")
    void caps_limitBrandCategoryAndType_andTheListIsFilledFromBelow() {
        Shop shop = new Shop().product("tent", "tent").price(300).add();
        for (int i = 1; i <= 6; i++) {
            shop.product("p" + i, "type" + i)
                    .price(30 - i)
                    .brand(i <= 3 ? "A" : "B" + i)
                    .category("Shop", i % 2 == 0 ? "even" : "odd" + i)
                    .add()
                    .complement("r" + i, "tent", "type" + i, "n" + i, 0.9);
        }
        assertEquals(
                List.of("p1", "p4", "p5"),
                Ask.ids(Ask.about("tent")
                        .most(3)
                        .wishes(new Wish().caps(1, 0, 0).done())
                        .of(shop)));
        assertEquals(
                List.of("p1", "p2", "p3", "p5"),
                Ask.ids(Ask.about("tent")
                        .most(4)
                        .wishes(new Wish().caps(0, 1, 0).done())
                        .of(shop)));
    }

    @Test
    @Proves("O10")
    void priceLimits_ratingAndCompetitor() {
        Shop shop = new Shop()
                .product("tent", "tent")
                .price(100)
                .add()
                .product("cheap", "a")
                .price(5)
                .add()
                .complement("a", "tent", "a", "a", 0.9)
                .product("dear", "b")
                .price(60)
                .add()
                .complement("b", "tent", "b", "b", 0.9)
                .product("rated", "c")
                .price(20)
                .rated(4.6, 50)
                .attribute("competitor_price", "19")
                .add()
                .complement("c", "tent", "c", "c", 0.9);
        assertEquals(
                Set.of("dear", "rated"), offered(shop, new Wish().minPrice(10).done()));
        assertEquals(
                Set.of("cheap", "rated"), offered(shop, new Wish().ratio(0.5).done()));
        assertEquals(
                Set.of("rated"),
                offered(shop, new Wish().quality(4.5, 10, false).done()));
        assertEquals(
                Set.of("cheap", "dear"),
                offered(shop, new Wish().quality(0, 0, true).done()));
        assertEquals(
                Set.of("cheap", "dear"),
                offered(shop, new Wish().exclude(new ProductSet.OfType("c")).done()));
    }

    @Test
    @Proves("O10")
    void ageAndRegion_areGates() {
        Shop shop = new Shop()
                .product("tent", "tent")
                .price(100)
                .add()
                .product("schnapps", "a")
                .price(15)
                .attribute("minimum_age", "18")
                .add()
                .complement("a", "tent", "a", "a", 0.9)
                .product("local", "b")
                .price(15)
                .attribute("sale_regions", "DE", "AT")
                .add()
                .complement("b", "tent", "b", "b", 0.9);
        Decision somewhere = Ask.about("tent").of(shop);
        assertEquals(List.of(), Ask.ids(somewhere), "nobody knows where that is");
        assertEquals("NOT_IN_REGION", Ask.dropped(somewhere, "eligibility", "local"));
        Circumstances austria = new Circumstances("AT", "", "", "");
        assertEquals(
                Set.of("local", "schnapps"),
                Set.copyOf(Ask.ids(
                        Ask.about("tent").under(austria).wishes(Wishes.NONE, 18).of(shop))));
        Decision abroad =
                Ask.about("tent").under(new Circumstances("FR", "", "", "")).of(shop);
        assertEquals(List.of(), Ask.ids(abroad));
        assertEquals("NOT_IN_REGION", Ask.dropped(abroad, "eligibility", "local"));
        assertEquals(
                List.of("local"),
                Ask.ids(Ask.about("tent")
                        .under(new Circumstances("DE-BY", "", "", ""))
                        .of(shop)));
    }

    @Test
    @Proves({"O8", "O10"})
    void deal_hasAPlaceWhileItHolds_neverAgainstAGate() {
        Shop shop = shelf(12).product("mug", "mug").price(12).add();
        shop.rules(Placement.PRODUCT_PAGE, deals(3, deal("mug", -1, 1)));
        Decision decision = Ask.about("tent").of(shop);
        assertEquals(3, decision.offers().size());
        Offer offer = Ask.offer(decision, "mug");
        assertEquals(OfferKind.DEAL, offer.kind());
        assertEquals("Deal of the day", offer.reasons().getFirst().text());
        assertEquals(
                Optional.of(Ask.NOW.plus(Duration.ofDays(1))), offer.extras().until());

        shop.rules(Placement.PRODUCT_PAGE, deals(3, deal("mug", 1, 2)));
        assertEquals(false, Ask.ids(Ask.about("tent").of(shop)).contains("mug"), "not yet");
        shop.product("mug", "mug").price(12).stock(0).add();
        shop.rules(Placement.PRODUCT_PAGE, deals(3, deal("mug", -1, 1), deal("p9", -1, 1)));
        Decision next = Ask.about("tent").of(shop);
        assertEquals(OfferKind.DEAL, Ask.offer(next, "p9").kind(), "the next that may be offered");
    }

    @Test
    @Proves({"T1", "O10"})
    void rulesOfThePlacement_limitKindsAndNumber() {
        Shop shop = shelf(5);
        shop.rules(Placement.PRODUCT_PAGE, PlacementRules.of(2, 0, 0, 0, 0));
        assertEquals(List.of("p1", "p2"), Ask.ids(Ask.about("tent").most(10).of(shop)));
        shop.rules(Placement.PRODUCT_PAGE, PlacementRules.of(0, 0, 0, 0, 0));
        assertEquals(
                Optional.of(Silence.PLACEMENT_CLOSED),
                Ask.about("tent").of(shop).silence());
        shop.rules(
                Placement.PRODUCT_PAGE,
                new PlacementRules(9, 0, Set.of("SERVICE"), 1.5, 0, 0, 0, Wishes.NONE, List.of()));
        Decision decision = Ask.about("tent").of(shop);
        assertEquals("KIND_NOT_HERE", Ask.dropped(decision, "eligibility", "p1"));
    }

    /** Of many, as many as wanted: whatever is filtered takes nobody's place. */
    @Property(tries = 60)
    @Proves("O10")
    void filters_neverShrinkTheList(@ForAll @IntRange(min = 0, max = 30) int filtered) {
        Shop shop = shelf(40);
        List<String> exclude = new ArrayList<>();
        Wish wish = new Wish();
        for (int i = 1; i <= filtered; i++) {
            if (i % 2 == 0) {
                exclude.add("p" + i);
            } else {
                wish.exclude(new ProductSet.OfId("p" + i));
            }
        }
        Decision decision = Ask.about("tent").wishes(wish.done()).of(shop);
        assertEquals(
                10,
                Ask.about("tent").wishes(wish.done()).most(10).of(shop).offers().size());
        assertEquals(12, decision.offers().size());
        assertEquals(
                10,
                Ask.about("tent")
                        .filter(exclude, List.of(), 0)
                        .most(10)
                        .of(shop)
                        .offers()
                        .size());
    }

    /** Of one need as well, in which only a few of many are looked at. */
    @Property(tries = 40)
    @Proves("O10")
    void filters_leaveTheNextOne_howeverManyAreFiltered(@ForAll @IntRange(min = 1, max = 159) int filtered) {
        Shop shop = new Shop().product("tent", "tent").price(1000).add().complement("r", "tent", "mat", "sleep", 0.9);
        for (int i = 1; i <= 160; i++) {
            shop.product("p" + i, "mat")
                    .price(i > filtered ? 20 : 40)
                    .brand(i > filtered ? "B" : "A")
                    .rated(i > filtered ? 3 : 5, 100)
                    .attribute("minimum_age", i > filtered ? "16" : "18")
                    .add();
        }
        Wishes wish = new Wish().exclude(new ProductSet.OfBrand("A")).done();
        assertEquals(1, Ask.about("tent").wishes(wish, 20).of(shop).offers().size());
        assertEquals(
                1,
                Ask.about("tent")
                        .wishes(new Wish().done(), 16)
                        .of(shop)
                        .offers()
                        .size());
        assertEquals(
                1,
                Ask.about("tent")
                        .wishes(new Wish().maxPrice(30).done(), 20)
                        .of(shop)
                        .offers()
                        .size());
    }

    @Test
    @Proves("O10")
    void caps_leavePlacesToOtherBrands_inEveryNeed() {
        Shop shop = new Shop()
                .product("tent", "tent")
                .price(1000)
                .add()
                .complement("r1", "tent", "mat", "sleep", 0.9)
                .complement("r2", "tent", "lamp", "light", 0.8);
        for (int i = 1; i <= 20; i++) {
            shop.product("mat" + i, "mat")
                    .price(60 - i)
                    .brand(i < 15 ? "A" : "B")
                    .add();
            shop.product("lamp" + i, "lamp")
                    .price(60 - i)
                    .brand(i < 15 ? "A" : "B")
                    .add();
        }
        assertEquals(
                List.of("mat1", "lamp15"),
                Ask.ids(Ask.about("tent")
                        .wishes(new Wish().caps(1, 0, 0).done())
                        .of(shop)));
    }

    @Test
    @Proves("O10")
    void boost_raisesTheLastOfANeed_pinned_keepsWhyItGoesWithTheAnchor() {
        Shop shop = new Shop().product("tent", "tent").price(1000).add().complement("r", "tent", "mat", "sleep", 0.9);
        for (int i = 1; i <= 20; i++) {
            shop.product("mat" + i, "mat").price(60 - i).add();
        }
        Wishes boosted = new Wish().boost(new ProductSet.OfId("mat20"), 100).done();
        assertEquals(List.of("mat20"), Ask.ids(Ask.about("tent").wishes(boosted).of(shop)));
        Wishes pinned = new Wish().pin("mat19", 1).done();
        Decision decision = Ask.about("tent").wishes(pinned).of(shop);
        assertEquals(List.of("mat19"), Ask.ids(decision));
        assertEquals(
                Offer.Code.COMPLEMENTS,
                decision.offers().getFirst().reasons().getFirst().code());
    }

    private static Set<String> offered(Shop shop, Wishes wishes) {
        return Set.copyOf(Ask.ids(Ask.about("tent").wishes(wishes).of(shop)));
    }

    private static PlacementRules deals(int most, Wishes.Deal... deals) {
        return new PlacementRules(most, 0, Set.of(), 1.5, 0, 0, 0, Wishes.NONE, List.of(deals));
    }

    private static Wishes.Deal deal(String id, int fromDays, int toDays) {
        return new Wishes.Deal(
                id,
                Optional.of(Ask.NOW.plus(Duration.ofDays(fromDays))),
                Optional.of(Ask.NOW.plus(Duration.ofDays(toDays))),
                new LocalizedText(Map.of("en", "Deal of the day")));
    }

    /** A tent and what goes with it, the dearer the better. */
    private static Shop shelf(int size) {
        Shop shop = new Shop().product("tent", "tent").price(1000).add();
        for (int i = 1; i <= size; i++) {
            shop.product("p" + i, "type" + i)
                    .price(60 - i)
                    .add()
                    .complement("r" + i, "tent", "type" + i, "need" + i, 0.9);
        }
        return shop;
    }

    @Test
    @Proves({"O8", "O10"})
    void dealPinAndInclude_neverBought_areOffered_howeverMuchElseIsSold() {
        Shop shop = shelf(1).orders(400, "p1");
        for (String id : List.of("mug", "bowl", "cup")) {
            shop.product(id, id).price(33).cost(23).add();
        }
        shop.rules(Placement.PRODUCT_PAGE, deals(6, deal("mug", -1, 1)));
        Decision decision = Ask.about("tent")
                .wishes(new Wish().include("bowl").pin("cup", 1).done())
                .of(shop);
        assertEquals(OfferKind.DEAL, Ask.offer(decision, "mug").kind());
        assertEquals("cup", Ask.ids(decision).getFirst());
        assertEquals(1, Ask.ids(decision).stream().filter("bowl"::equals).count());
    }

    @Test
    @Proves("O10")
    void pins_haveTheirPlaces_whateverNeedAndTypeTheyAreOf() {
        Shop shop = shelf(12).complement("sleep", "tent", "mat", "sleep", 0.9);
        for (int i = 1; i <= 5; i++) {
            shop.product("mat" + i, "mat").price(100 - i).add();
        }
        Wishes wishes = new Wish().pin("mat4", 1).pin("mat5", 2).done();
        Decision decision = Ask.about("tent").wishes(wishes).most(3).of(shop);
        assertEquals(List.of("mat4", "mat5", "p1"), Ask.ids(decision));
        assertEquals("NEED_SERVED", Ask.dropped(decision, "slate", "mat1"));
    }
}
