package io.zugabe.quickstart.demoshop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.quickstart.demoshop.ShopEvent.CaseResolved;
import io.zugabe.quickstart.demoshop.ShopEvent.Item;
import io.zugabe.quickstart.demoshop.ShopEvent.Purchase;
import io.zugabe.quickstart.demoshop.ShopEvent.Refund;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each of the unprofitable types must show in the events, and what goes together must be bought together. */
class ShopperBehaviourTest {

    private static final ShopperSimulator SIMULATOR =
            new ShopperSimulator(11, 3000, Instant.parse("2026-11-22T10:00:00Z"));

    private final Map<ShopperType, Sums> byType = new EnumMap<>(ShopperType.class);
    private final Map<String, Integer> ordersWith = new TreeMap<>();
    private final Map<String, Integer> ordersWithBoth = new TreeMap<>();
    private int orders;

    ShopperBehaviourTest() {
        Map<String, ShopperType> types = SIMULATOR
                .shoppers()
                .collect(Collectors.toMap(
                        Shopper::customer, shopper -> shopper.latent().type()));
        Map<String, String> typeOf = new HashMap<>();
        Assortment.load().all().forEach(product -> typeOf.put(product.id(), product.type()));
        for (ShopEvent event : SIMULATOR) {
            Sums sums = byType.computeIfAbsent(types.get(event.customer()), type -> new Sums());
            switch (event.what()) {
                case Purchase purchase -> {
                    sums.buy(purchase);
                    count(purchase.items().stream()
                            .map(item -> typeOf.get(item.product()))
                            .collect(Collectors.toSet()));
                }
                case Refund refund -> sums.returned += value(refund.items());
                case CaseResolved resolved -> sums.service += resolved.cost();
                default -> {}
            }
        }
    }

    private void count(Set<String> order) {
        orders++;
        for (String type : order) {
            ordersWith.merge(type, 1, Integer::sum);
            order.forEach(other -> ordersWithBoth.merge(type + " " + other, 1, Integer::sum));
        }
    }

    @Test
    void serviceDemanders_costServiceMost() {
        standsOut(ShopperType.SERVICE_DEMANDER, sums -> sums.service / sums.margin, 8);
    }

    @Test
    void revenueReversers_returnMost() {
        standsOut(ShopperType.REVENUE_REVERSER, sums -> sums.returned / sums.sales, 5);
    }

    @Test
    void promotionMaximizers_getTheMostDiscount() {
        standsOut(ShopperType.PROMOTION_MAXIMIZER, sums -> sums.discount / sums.sales, 8);
    }

    @Test
    void spendingLimiters_spendLittlePerOrder() {
        double limited = sums(ShopperType.SPENDING_LIMITER).perOrder();
        assertTrue(limited < 0.6 * sums(ShopperType.NORMAL).perOrder(), limited + " cents per order");
    }

    @Test
    void whatGoesTogether_isBoughtTogetherFarMoreThanByChance() {
        for (List<String> pair : List.of(
                List.of("camera_body", "memory_card"),
                List.of("camera_body", "camera_battery"),
                List.of("tent", "sleeping_bag"),
                List.of("bin", "bin_bags"),
                List.of("laptop", "laptop_bag"),
                List.of("power_tool", "power_tool_battery"),
                List.of("shampoo", "conditioner"))) {
            int both = ordersWithBoth.getOrDefault(String.join(" ", pair), 0);
            double byChance = (double) ordersWith.getOrDefault(pair.getFirst(), 0)
                    * ordersWith.getOrDefault(pair.getLast(), 0)
                    / orders;
            assertTrue(both >= 20 && both > 3 * byChance, pair + ": " + both + " orders, by chance " + byChance);
        }
    }

    private void standsOut(ShopperType type, ToDoubleFunction<Sums> trait, double factor) {
        double extreme = trait.applyAsDouble(sums(type));
        for (ShopperType usual : List.of(ShopperType.LOYAL, ShopperType.NORMAL)) {
            double other = trait.applyAsDouble(sums(usual));
            assertTrue(extreme > factor * other, type + " " + extreme + ", " + usual + " " + other);
        }
    }

    private Sums sums(ShopperType type) {
        return byType.getOrDefault(type, new Sums());
    }

    private static double value(List<Item> items) {
        return items.stream()
                .mapToDouble(item -> (item.price() - item.discount()) * item.quantity())
                .sum();
    }

    /** What one type of customer did, in cents. */
    private static final class Sums {
        double sales;
        double margin;
        double discount;
        double returned;
        double service;
        int orders;

        void buy(Purchase purchase) {
            orders++;
            for (Item item : purchase.items()) {
                sales += (item.price() - item.discount()) * item.quantity();
                margin += (item.price() - item.discount() - item.cost()) * item.quantity();
                discount += item.discount() * item.quantity();
            }
        }

        double perOrder() {
            return sales / orders;
        }
    }
}
