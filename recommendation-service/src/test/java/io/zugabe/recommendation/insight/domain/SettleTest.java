package io.zugabe.recommendation.insight.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.feedback.domain.OfferOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Proves("O9")
class SettleTest {

    private static final Person JANE = new Person("jane", "");
    private static final Person BROWSER = new Person("", "v1");
    private static final Person JANE_THERE = new Person("jane", "v1");

    private final Settle settle = new Settle(new Windows(1_000, 100));
    private final List<MadeOffer> offers = new ArrayList<>();
    private final List<BoughtLine> lines = new ArrayList<>();
    private final List<ReturnLine> returns = new ArrayList<>();

    @Test
    void lastClick_beatsALaterView_andAnEarlierClick() {
        clicked("first", JANE, 0, 10);
        clicked("second", JANE, 0, 20);
        seen("third", JANE, 30);
        bought("o", JANE, 40, 1);
        assertEquals(Map.of("first", "0/0", "second", "1/0", "third", "0/0"), outcome());
    }

    @Test
    void withoutAClick_theLastView() {
        seen("first", JANE, 10);
        seen("second", JANE, 20);
        seen("after", JANE, 50);
        bought("o", JANE, 40, 1);
        assertEquals(Map.of("first", "0/0", "second", "1/0", "after", "0/0"), outcome());
    }

    @Test
    void windows_areClosedAtTheirEnds() {
        seen("view", JANE, 0);
        bought("in", JANE, 100, 1);
        bought("out", JANE, 101, 1);
        clicked("click", BROWSER, 0, 0);
        bought("click-in", BROWSER, 1_000, 1);
        bought("click-out", BROWSER, 1_001, 1);
        assertEquals(Map.of("view", "1/0", "click", "1/0"), outcome());
    }

    @Test
    void putInTheCartFromTheOffer_isAClick() {
        offers.add(offer("d", JANE, 0, MadeOffer.NEVER, 5));
        bought("o", JANE, 900, 1);
        assertEquals(Map.of("d", "1/0"), outcome());
    }

    @Test
    void visitorWhoLogsIn_isTheSame_strangersAreNot() {
        seen("before-login", BROWSER, 10);
        seen("stranger", new Person("bob", "v2"), 15);
        bought("o", JANE_THERE, 20, 1);
        assertEquals(Map.of("before-login", "1/0", "stranger", "0/0"), outcome());
    }

    @Test
    void anotherProduct_isNoMerit() {
        seen("d", JANE, 10);
        lines.add(new BoughtLine(new LineKey("o", "lamp"), JANE, 20, 1));
        assertEquals(Map.of("d", "0/0"), outcome());
    }

    @Test
    void return_takesItBack_onlyInFull() {
        clicked("half", JANE, 0, 1);
        bought("o-half", JANE, 10, 2);
        returns.add(new ReturnLine("r1", "mat", "o-half", "c:jane", 50, 1));
        clicked("full", BROWSER, 0, 1);
        bought("o-full", BROWSER, 10, 2);
        returns.add(new ReturnLine("r2", "mat", "", "v:v1", 50, 2));
        assertEquals(Map.of("half", "1/0", "full", "1/1"), outcome());
    }

    @Test
    void oneOfTwoOrdersReturned_leavesTheOfferBoughtAndKept() {
        clicked("d", JANE, 0, 1);
        bought("o1", JANE, 10, 1);
        bought("o2", JANE, 20, 1);
        returns.add(new ReturnLine("r", "mat", "o1", "c:jane", 50, 1));
        assertEquals(Map.of("d", "2/1"), outcome());
        Counts counts = settled().counts().values().iterator().next();
        assertEquals(1, counts.bought());
        assertEquals(0, counts.returned());
        assertEquals(1, counts.kept());
    }

    private void seen(String decision, Person person, long time) {
        offers.add(offer(decision, person, time, MadeOffer.NEVER, MadeOffer.NEVER));
    }

    private void clicked(String decision, Person person, long seen, long clicked) {
        offers.add(offer(decision, person, seen, clicked, MadeOffer.NEVER));
    }

    private static MadeOffer offer(String decision, Person person, long seen, long clicked, long added) {
        return new MadeOffer(
                new OfferKey(decision, "mat"),
                person,
                "CART",
                OfferOrigin.UNKNOWN,
                seen,
                clicked,
                added,
                MadeOffer.NEVER);
    }

    private void bought(String order, Person person, long time, long quantity) {
        lines.add(new BoughtLine(new LineKey(order, "mat"), person, time, quantity));
    }

    /** Lines attributed and, of these, returned, by decision. */
    private Map<String, String> outcome() {
        Map<String, String> outcome = new java.util.HashMap<>();
        settled()
                .offers()
                .forEach(kept -> outcome.put(kept.offer().key().decision(), kept.bought() + "/" + kept.returned()));
        return outcome;
    }

    private Settlement settled() {
        return settle.told(offers).bought(lines).returned(returns).settle();
    }
}
