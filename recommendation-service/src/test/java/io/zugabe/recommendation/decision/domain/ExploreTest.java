package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.insight.domain.AcceptanceBook;
import io.zugabe.recommendation.insight.domain.CellKey;
import io.zugabe.recommendation.insight.domain.Counts;
import io.zugabe.recommendation.insight.domain.Exploration;
import io.zugabe.recommendation.replica.domain.Terms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Proves("O9")
class ExploreTest {

    private static final int DECISIONS = 2_000;

    private final AcceptanceBook book = new AcceptanceBook();
    private int cells;

    /** Offers of falling value, each for a need of its own; the list has room for twelve. */
    private static Shop shop(int products) {
        Shop shop = new Shop().product("a", "a").price(1_000).add();
        for (int i = 0; i < products; i++) {
            shop.product("p" + i, "t" + i)
                    .price(100 - i)
                    .add()
                    .complement("r" + i, "a", "t" + i, "n" + i, 0.5)
                    .orders(1, "p" + i);
        }
        return shop;
    }

    @Test
    void share_isThatOfTheBudget_andTheFirstPlacesAreLeftAlone() {
        Shop shop = shop(30).accepts(book.build(100, new Exploration(0.05, 0.9, 200), 0));
        Snapshot snapshot = shop.snapshot();
        int explored = 0;
        for (int seed = 0; seed < DECISIONS; seed++) {
            List<String> offered = Ask.ids(Ask.about("a").seed(seed).of(snapshot));
            assertEquals(12, offered.size());
            for (int first = 0; first < 11; first++) {
                assertEquals("p" + first, offered.get(first));
            }
            explored += offered.contains("p11") ? 0 : 1;
        }
        assertEquals(0.05 * 12, (double) explored / DECISIONS, 0.05);
    }

    @Test
    void loss_isBounded() {
        Shop shop = shop(30).accepts(book.build(100, new Exploration(1, 0.05, 200), 0));
        Snapshot snapshot = shop.snapshot();
        double last = Ask.about("a").of(shop(30)).offers().getLast().value();
        for (int seed = 0; seed < 200; seed++) {
            Decision decision = Ask.about("a").seed(seed).of(snapshot);
            decision.offers().forEach(offer -> assertTrue(offer.value() >= last * 0.9, offer.value() + " of " + last));
        }
    }

    @Test
    void whatIsNew_comesFirst_thenWhatIsLeastKnown_neverWhatIsKnownEnough() {
        Shop shop = shop(20).product("new", "t-new").price(70).add().complement("r-new", "a", "t-new", "n-new", 0.5);
        for (int i = 0; i < 20; i++) {
            known(shop, "p" + i, 500, 500 / 50);
        }
        shop.accepts(book.build(100, new Exploration(0.05, 0.9, 200), 0));
        Snapshot snapshot = shop.snapshot();
        Map<String, Integer> times = new HashMap<>();
        boolean noted = false;
        for (int seed = 0; seed < 300; seed++) {
            Decision decision = Ask.about("a").seed(seed).of(snapshot);
            Ask.ids(decision).forEach(id -> times.merge(id, 1, Integer::sum));
            noted |= decision.stages().stream()
                    .flatMap(stage -> stage.notes().stream())
                    .anyMatch(note -> note.startsWith("Explored: new, seen 0 times here"));
        }
        assertTrue(times.getOrDefault("new", 0) > 100, times.toString());
        assertTrue(noted);
        assertEquals(13, times.size(), times.toString());
    }

    @Test
    void equalSeeds_exploreTheSame_andExperimentsThatRankOtherwiseDoNot() {
        Shop shop = shop(30).accepts(book.build(100, new Exploration(1, 1, 200), 0));
        Snapshot snapshot = shop.snapshot();
        assertEquals(
                Ask.about("a").seed(7).of(snapshot).stages(),
                Ask.about("a").seed(7).of(snapshot).stages());
        List<String> ranked =
                Ask.ids(Ask.about("a").ranking("popularity").seed(7).of(snapshot));
        List<String> before =
                Ask.ids(Ask.about("a").ranking("popularity").seed(7).of(shop(30)));
        assertEquals(before, ranked);
    }

    @Test
    void feedback_changesTheRanking_andShowsItsTerms_retiredIsNotOffered() {
        Shop shop = shop(3);
        known(shop, "p0", 5_000, 0);
        known(shop, "p1", 5_000, 400);
        known(shop, "p2", 5_000, 400);
        book.retire(shop.number("p2"), "a", "PRODUCT_PAGE", true, 0);
        shop.accepts(book.build(100, Exploration.NONE, 0));

        Decision decision = Ask.about("a").of(shop);

        assertEquals(List.of("p1"), Ask.ids(decision));
        assertEquals("DOES_NOT_PAY", Ask.dropped(decision, "value", "p0"), "5,000 looked at it and nobody took it");
        assertEquals("RETIRED", Ask.dropped(decision, "value", "p2"));
        Map<String, Double> numbers = decision.stages().get(4).candidates().stream()
                .filter(candidate -> candidate.productId().equals("p1"))
                .findFirst()
                .orElseThrow()
                .numbers();
        assertEquals(5_000, numbers.get("views"));
        assertEquals(400, numbers.get("taken"));
        assertEquals(0.08, numbers.get("p_accept"), 0.01);
        assertFalse(numbers.get("p_expected").isNaN());
        assertTrue(numbers.get("calibration") > 0);
    }

    private void known(Shop shop, String product, int shown, int kept) {
        book.put(
                cells++,
                shop.number(product),
                new CellKey("PRODUCT_PAGE", product, "a", "curated", "CUSTOMER"),
                new Counts(shown, kept, 0, 0, kept, kept, 0, shown * 50_000L));
    }

    /** An upgrade takes one of the twelve places. */
    @Test
    void placesThatOtherKindsTake_areNotExplored_theLastOneLeftIs() {
        Shop shop = shop(30).product("better", "a")
                .price(1_200)
                .add()
                .relation("up", "a", "better", Terms.of(Terms.Kind.UPGRADE))
                .accepts(book.build(100, new Exploration(0.05, 0.9, 200), 0));
        Snapshot snapshot = shop.snapshot();
        int explored = 0;
        for (int seed = 0; seed < DECISIONS; seed++) {
            List<String> offered = Ask.ids(Ask.about("a").seed(seed).of(snapshot));
            assertEquals(12, offered.size());
            assertTrue(offered.contains("better") && offered.contains("p9"), offered::toString);
            explored += offered.contains("p10") ? 0 : 1;
        }
        assertEquals(0.05 * 11, (double) explored / DECISIONS, 0.05);
    }

    @Test
    void pinned_keepsItsPlace() {
        Shop shop = shop(30).accepts(book.build(100, new Exploration(1, 0.9, 200), 0));
        Snapshot snapshot = shop.snapshot();
        for (int seed = 0; seed < 100; seed++) {
            Decision decision = Ask.about("a")
                    .wishes(new Wish().pin("p29", 1).pin("p28", 2).done())
                    .seed(seed)
                    .of(snapshot);
            assertEquals(List.of("p29", "p28"), Ask.ids(decision).subList(0, 2));
        }
    }
}
