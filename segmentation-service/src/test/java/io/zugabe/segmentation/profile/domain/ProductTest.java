package io.zugabe.segmentation.profile.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.Happening.Line;
import io.zugabe.segmentation.replenishment.domain.ProductPurchases;
import io.zugabe.segmentation.returns.domain.ReturnHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What profiles say of a product is what replenishment and returns are learned from. */
class ProductTest {

    private static final Subject ANNA = Subject.customer("anna");
    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    @Proves("C8")
    void unitsOfTheLastPurchase_areThoseOfItsDay_inAnyOrder() {
        List<CustomerEvent> events = new ArrayList<>(List.of(
                bought(0, 7), bought(24 * 9, 2), bought(24 * 9 + 6, 3), returned(24 * 10, ReturnCause.CUSTOMER, 1)));
        for (long seed = 0; seed < 24; seed++) {
            Collections.shuffle(events, new Random(seed));
            Profile profile = profile(events);
            assertEquals(5, profile.products().get("coffee").lastUnits(), events::toString);
            assertEquals(5, ProductPurchases.of(profile, "coffee").orElseThrow().lastUnits(), events::toString);
        }
    }

    @Test
    @Proves("C6")
    void returns_areToldApartByTheirCause_andCancelledUnitsWereNeverBought() {
        Profile profile = profile(List.of(
                bought(0, 10),
                returned(1, ReturnCause.CANCELLED, 2),
                returned(2, ReturnCause.SHOP, 2),
                returned(3, ReturnCause.CUSTOMER, 4)));
        Product coffee = profile.products().get("coffee");
        assertEquals(8, coffee.returned());
        assertEquals(2, coffee.faulty());
        assertEquals(2, coffee.cancelled());
        ReturnHistory.Bought bought = ReturnHistory.of(profile).products().getFirst();
        assertEquals(0.75, bought.returned());
        assertEquals(0.25, bought.faulty());
    }

    @Test
    @Proves("C6")
    void product_thatWasCancelledAltogether_saysNothingOfReturns() {
        Profile profile = profile(List.of(bought(0, 2), returned(1, ReturnCause.CANCELLED, 2)));
        assertEquals(List.of(), ReturnHistory.of(profile).products());
    }

    private static Profile profile(List<CustomerEvent> events) {
        Profile profile = Profile.empty(ANNA, Limits.STANDARD);
        for (CustomerEvent event : events) {
            profile = profile.with(event);
        }
        return profile;
    }

    private static CustomerEvent bought(int hour, long units) {
        return event(hour, new Happening.Purchased(List.of(line(units))));
    }

    private static CustomerEvent returned(int hour, ReturnCause cause, long units) {
        return event(hour, new Happening.Returned(cause, List.of(line(units))));
    }

    private static CustomerEvent event(int hour, Happening what) {
        return new CustomerEvent(new Stamp(MORNING.plus(Duration.ofHours(hour)), "e-" + hour), ANNA, "", what);
    }

    private static Line line(long units) {
        return new Line("coffee", units, 120_000, 0, null, "food");
    }
}
