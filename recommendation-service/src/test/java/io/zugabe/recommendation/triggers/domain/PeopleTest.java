package io.zugabe.recommendation.triggers.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@Proves("T4")
class PeopleTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final String ANNA = "c:anna";
    private static final String VISITOR = "v:tab-7";

    private final People people = new People(Map.of(), NaiveTimers.allEnabled(), NaiveTimers.USES);

    @Test
    void visitorsCart_isTheCustomersWhenTheyLogIn() {
        added(ANNA, 0, "mug");
        added(VISITOR, 5, "camera");
        login(6);
        assertEquals(List.of("camera", "mug"), cart(ANNA));
        Timer timer = timer(ANNA, TriggerKind.CART_LEFT_BEHIND, "");
        assertEquals(List.of("camera", "mug"), timer.anchors());
        assertEquals(
                START.plus(Duration.ofMinutes(5)), timer.cause(), "when the cart last changed, not when they came");
        assertTrue(of(ANNA).timers().containsKey(new Timer.Key(TriggerKind.ITEM_IN_CART, "camera")));
        assertEquals(Person.NEW, of(VISITOR));
    }

    @Test
    void whatTheVisitorBought_isFollowedUpWithTheCustomer() {
        happens(new Happening.Bought(VISITOR, at(0), "o-1", Map.of("camera", 1L)));
        login(6);
        assertEquals(
                List.of("camera"),
                timer(ANNA, TriggerKind.FOLLOW_UP, "camera PT168H").anchors());
        assertEquals(Person.NEW, of(VISITOR));
    }

    @Test
    void cartThatWasOrderedBeforeTheLoginIsTold_isNotLeftBehind() {
        added(VISITOR, 0, "camera");
        happens(new Happening.Bought(ANNA, at(5), "o-1", Map.of("camera", 1L)));
        login(4);
        assertEquals(List.of(), cart(ANNA));
        assertEquals(
                Set.of(),
                Set.copyOf(of(ANNA).timers().keySet().stream()
                        .filter(key -> key.kind() == TriggerKind.CART_LEFT_BEHIND)
                        .toList()));
    }

    @Test
    void loginWithAnEmptyCart_changesNothing() {
        added(ANNA, 0, "mug");
        Person before = of(ANNA);
        login(6);
        assertEquals(before, of(ANNA));
    }

    @Test
    void whatIsLaterPutInTheVisitorsCart_isNobodyElses() {
        added(VISITOR, 0, "camera");
        login(1);
        added(VISITOR, 2, "mug");
        assertEquals(List.of("camera"), cart(ANNA));
        assertEquals(List.of("mug"), cart(VISITOR));
    }

    private void login(int minute) {
        happens(new Happening.Joined(ANNA, at(minute), VISITOR));
    }

    private void added(String subject, int minute, String product) {
        happens(new Happening.Added(subject, at(minute), new TreeMap<>(Map.of(product, 1L))));
    }

    private void happens(Happening happening) {
        people.after(happening);
    }

    private List<String> cart(String subject) {
        return of(subject).cart().products();
    }

    private Timer timer(String subject, TriggerKind kind, String object) {
        return Objects.requireNonNull(of(subject).timers().get(new Timer.Key(kind, object)));
    }

    private Person of(String subject) {
        return people.changed().getOrDefault(subject, Person.NEW);
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
