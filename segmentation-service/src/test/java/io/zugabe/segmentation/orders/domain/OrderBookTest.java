package io.zugabe.segmentation.orders.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.orders.domain.OrderEvent.Line;
import io.zugabe.segmentation.orders.domain.OrderEvent.Ordered;
import io.zugabe.segmentation.orders.domain.OrderEvent.Returned;
import io.zugabe.segmentation.profile.domain.ReturnCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

@Proves("C6")
class OrderBookTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void returnWithItsOrder_takesFromThatOrder() {
        List<BoughtLine> lines = OrderBook.of(
                List.of(ordered(0, "o-1", 2), ordered(10, "o-2", 3), returned(20, "o-1", ReturnCause.CUSTOMER, 1)));
        assertEquals(1, lines.get(0).returned());
        assertEquals(0, lines.get(1).returned());
        assertEquals(10, lines.get(0).net());
    }

    @Test
    void returnWithoutOrder_takesFromTheLatestEarlierOne() {
        List<BoughtLine> lines = OrderBook.of(List.of(
                ordered(0, "o-1", 2),
                ordered(10, "o-2", 3),
                ordered(30, "o-3", 3),
                returned(20, "", ReturnCause.SHOP, 4)));
        assertEquals(1, lines.get(0).faulty());
        assertEquals(3, lines.get(1).faulty());
        assertEquals(0, lines.get(2).faulty());
    }

    @Test
    void cancelledUnits_wereNeverBought() {
        List<BoughtLine> lines =
                OrderBook.of(List.of(ordered(0, "o-1", 2), returned(1, "o-1", ReturnCause.CANCELLED, 2)));
        assertEquals(List.of(), lines);
    }

    @Test
    void returnOfSomethingNeverBought_isLeftOut() {
        assertEquals(List.of(), OrderBook.of(List.of(returned(1, "o-9", ReturnCause.CUSTOMER, 2))));
    }

    @Property(tries = 100)
    void orderOfEvents_doesNotMatter(@ForAll long seed) {
        List<OrderEvent> events = new ArrayList<>(List.of(
                ordered(0, "o-1", 2),
                ordered(10, "o-2", 3),
                returned(5, "", ReturnCause.CUSTOMER, 1),
                returned(20, "", ReturnCause.SHOP, 4),
                returned(21, "o-1", ReturnCause.CUSTOMER, 1)));
        List<BoughtLine> expected = OrderBook.of(events);
        Collections.shuffle(events, new Random(seed));
        assertEquals(expected, OrderBook.of(events));
    }

    @Test
    void sample_isBounded_completeForEachCustomer_andDoesNotDependOnTheOrder() {
        CustomerSample forwards = new CustomerSample(new CustomerSample.Limits(100, 1_000));
        CustomerSample backwards = new CustomerSample(new CustomerSample.Limits(100, 1_000));
        for (int i = 0; i < 3_000; i++) {
            forwards.add("c" + i % 1_000, ordered(i, "o" + i, 1));
            backwards.add("c" + (2_999 - i) % 1_000, ordered(2_999 - i, "o" + (2_999 - i), 1));
        }
        assertTrue(forwards.books().size() <= 100 && forwards.books().size() > 20);
        assertEquals(forwards.books(), backwards.books());
        forwards.books().values().forEach(lines -> assertEquals(3, lines.size()));
        assertEquals(1.0 / 16, forwards.share(), 0.1);
    }

    private static OrderEvent ordered(int minute, String order, long units) {
        return new Ordered(NOON.plusSeconds(60L * minute), order, List.of(new Line("tea", "food", units, 10, 4)));
    }

    private static OrderEvent returned(int minute, String order, ReturnCause cause, long units) {
        return new Returned(
                NOON.plusSeconds(60L * minute), order, cause, List.of(new Line("tea", "food", units, 10, 4)));
    }
}
