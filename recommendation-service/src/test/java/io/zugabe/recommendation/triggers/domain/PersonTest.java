package io.zugabe.recommendation.triggers.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@Proves("T4")
class PersonTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final String WHO = "c:anna";
    private static final Triggers ALL = NaiveTimers.allEnabled();
    private static final Uses USES = NaiveTimers.USES;

    @Test
    void cartThatIsLeft_isDueOnce_afterItsLastChange() {
        Person person = after(added(0, "camera"), added(10, "bag"));
        Timer timer = only(person, TriggerKind.CART_LEFT_BEHIND);
        assertEquals(minute(10).plus(Duration.ofHours(4)), timer.due());
        assertEquals(List.of("bag", "camera"), timer.anchors());
        assertEquals(timer.due().plus(Duration.ofHours(24)), timer.expires());
    }

    @Test
    void cartThatIsBoughtOrEmptied_isNotDue() {
        assertEquals(Set.of(), kinds(after(added(0, "mug"), removed(5, "mug"))));
        assertEquals(Set.of(TriggerKind.PURCHASE), kinds(after(added(0, "mug"), bought(5, "o-1", "mug"))));
    }

    @Test
    void orderOfSomethingElse_meansThatNothingWasLeft_untilTheCartChangesAgain() {
        Person bought = after(added(0, "mug"), bought(5, "o-1", "bag"));
        assertEquals(Set.of(TriggerKind.PURCHASE), kinds(bought));
        assertEquals(
                List.of("cup", "mug"),
                only(bought.after(added(6, "cup"), ALL, USES), TriggerKind.CART_LEFT_BEHIND)
                        .anchors());
    }

    @Test
    void orderThatIsToldBeforeWhatWasPutInTheCartEarlier_meansThatNothingWasLeft() {
        assertEquals(
                Set.of(TriggerKind.PURCHASE, TriggerKind.ITEM_IN_CART),
                kinds(after(bought(5, "o-1", "bag"), added(0, "mug"))));
    }

    @Test
    void tripodIsDueAWeekAfterTheCamera_unlessTheCameraCameBack() {
        Person person = after(bought(0, "o-1", "camera"));
        Timer timer = only(person, TriggerKind.FOLLOW_UP);
        assertEquals(START.plus(Duration.ofDays(7)), timer.due());
        assertEquals(List.of("camera"), timer.anchors());
        assertEquals(
                Set.of(), kinds(person.after(new Happening.Returned(WHO, minute(9), Map.of("camera", 1L)), ALL, USES)));
    }

    @Test
    void consentThatIsWithdrawn_stopsWhatNeedsIt() {
        Person person = after(bought(0, "o-1", "camera"), added(1, "bag"));
        assertEquals(
                Set.of(TriggerKind.ITEM_IN_CART, TriggerKind.PURCHASE),
                kinds(person.after(new Happening.Withdrawn(WHO, minute(2), "email"), ALL, USES)));
    }

    @Test
    void triggerThatIsSwitchedOff_startsNothing() {
        Triggers none = new Triggers(List.of(new Trigger(
                TriggerKind.CART_LEFT_BEHIND, false, Duration.ZERO, Duration.ofHours(1), Channel.EMAIL, 1)));
        assertEquals(Set.of(), kinds(Person.NEW.after(added(0, "bag"), none, USES)));
    }

    private static Happening.Added added(int minute, String product) {
        return new Happening.Added(WHO, minute(minute), Map.of(product, 1L));
    }

    private static Happening.Removed removed(int minute, String product) {
        return new Happening.Removed(WHO, minute(minute), Map.of(product, 1L));
    }

    private static Happening.Bought bought(int minute, String order, String product) {
        return new Happening.Bought(WHO, minute(minute), order, Map.of(product, 1L));
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static Person after(Happening... happenings) {
        Person person = Person.NEW;
        for (Happening happening : happenings) {
            person = person.after(happening, ALL, USES);
        }
        return person;
    }

    private static Set<TriggerKind> kinds(Person person) {
        return person.timers().keySet().stream().map(Timer.Key::kind).collect(Collectors.toSet());
    }

    private static Timer only(Person person, TriggerKind kind) {
        List<Timer> found = person.timers().values().stream()
                .filter(timer -> timer.key().kind() == kind)
                .toList();
        assertTrue(found.size() == 1, () -> "timers of " + kind + ": " + found);
        return found.getFirst();
    }
}
