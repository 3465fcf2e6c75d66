package io.zugabe.quickstart.demoshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.quickstart.demoshop.ShopEvent.Item;
import io.zugabe.quickstart.demoshop.ShopEvent.Purchase;
import io.zugabe.quickstart.demoshop.ShopEvent.Refund;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShopperSimulatorTest {

    private static final Instant END = Instant.parse("2026-11-22T10:00:00Z");
    private static final int CUSTOMERS = 1200;
    private static final ShopperSimulator SIMULATOR = new ShopperSimulator(7, CUSTOMERS, END);
    private static final List<ShopEvent> EVENTS = SIMULATOR.stream().toList();

    @Test
    void sameSeed_givesTheSameEvents() {
        assertEquals(EVENTS, new ShopperSimulator(7, CUSTOMERS, END).stream().toList());
        assertNotEquals(EVENTS, new ShopperSimulator(8, CUSTOMERS, END).stream().toList());
    }

    @Test
    void moreCustomers_changeNothingAboutTheFirstOnes() {
        List<ShopEvent> few = new ShopperSimulator(7, 40, END).stream().toList();
        List<ShopEvent> first =
                EVENTS.stream().filter(event -> number(event) <= 40).toList();
        assertEquals(first, few);
    }

    @Test
    void laterEnd_keepsIdsAndWhatTheyStandFor() {
        Map<String, ShopEvent> later = new ShopperSimulator(7, CUSTOMERS, END.plus(Duration.ofDays(75)))
                .stream().collect(Collectors.toMap(ShopEvent::id, Function.identity()));
        List<ShopEvent> kept =
                EVENTS.stream().filter(event -> later.containsKey(event.id())).toList();
        assertTrue(kept.size() > EVENTS.size() * 0.9, kept.size() + " of " + EVENTS.size() + " ids are left");
        for (ShopEvent event : kept) {
            assertEquals(event.what(), later.get(event.id()).what(), event.id());
        }
    }

    @Test
    void events_areInOrderOfTimeWithinTheYearAndUnique() {
        var ids = new HashSet<String>();
        Instant last = END.minus(Duration.ofDays(366));
        for (ShopEvent event : EVENTS) {
            assertFalse(event.time().isBefore(last), event + " is earlier than the one before it");
            assertTrue(event.time().isBefore(END), event + " lies behind the end");
            assertTrue(ids.add(event.id()), "twice: " + event.id());
            last = event.time();
        }
    }

    @Test
    void aYearOfACustomer_hasTheExpectedLength() {
        double perCustomer = (double) EVENTS.size() / CUSTOMERS;
        assertTrue(perCustomer > 24 && perCustomer < 40, perCustomer + " events per customer");
    }

    @Test
    void types_haveRoughlyTheirShare() {
        Map<ShopperType, Long> counts = SIMULATOR
                .shoppers()
                .collect(Collectors.groupingBy(shopper -> shopper.latent().type(), Collectors.counting()));
        for (ShopperType type : ShopperType.values()) {
            double expected = type.share() * CUSTOMERS;
            double fourSigma = 4 * Math.sqrt(expected * (1 - type.share()));
            assertEquals(expected, counts.getOrDefault(type, 0L), fourSigma, type.name());
        }
        assertEquals(
                1.0,
                List.of(ShopperType.values()).stream()
                        .mapToDouble(ShopperType::share)
                        .sum(),
                1e-12);
    }

    @Test
    void refunds_areOnlyForWhatWasBoughtAndOnlyOnce() {
        Map<String, Map<String, Item>> bought = new HashMap<>();
        int refunds = 0;
        for (ShopEvent event : EVENTS) {
            if (event.what() instanceof Purchase purchase) {
                Map<String, Item> items =
                        purchase.items().stream().collect(Collectors.toMap(Item::product, Function.identity()));
                assertEquals(null, bought.put(event.customer() + purchase.order(), items), "order placed twice");
            } else if (event.what() instanceof Refund refund) {
                refunds++;
                for (Item item : refund.items()) {
                    Map<String, Item> order = bought.getOrDefault(event.customer() + refund.order(), Map.of());
                    assertEquals(item, order.remove(item.product()), event.id());
                }
            }
        }
        assertTrue(refunds > 100, refunds + " refunds");
    }

    @Test
    void prospects_neverBuy() {
        var buyers = EVENTS.stream()
                .filter(event -> event.what() instanceof Purchase)
                .map(ShopEvent::customer)
                .collect(Collectors.toSet());
        assertTrue(SIMULATOR
                .shoppers()
                .filter(shopper -> shopper.latent().type() == ShopperType.PROSPECT)
                .noneMatch(shopper -> buyers.contains(shopper.customer())));
    }

    private static int number(ShopEvent event) {
        return Integer.parseInt(event.customer().substring(2));
    }
}
