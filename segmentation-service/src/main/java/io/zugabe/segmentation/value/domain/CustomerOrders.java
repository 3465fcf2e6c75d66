package io.zugabe.segmentation.value.domain;

import io.zugabe.segmentation.profile.domain.CategorySum;
import io.zugabe.segmentation.profile.domain.Dated;
import io.zugabe.segmentation.profile.domain.Measure;
import io.zugabe.segmentation.profile.domain.Order;
import io.zugabe.segmentation.profile.domain.Profile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer ordered, as far as it says what they are worth. Amounts are in the shop's currency.
 *
 * @param orderDays days with orders, 1 or more
 * @param last not before {@code first}
 * @param netSales after discounts and returns
 * @param costedSales after discounts, of the units whose cost is known
 * @param cost of those units
 * @param orderValues of single orders after discounts, any number of them
 * @param categories net sales by category
 */
public record CustomerOrders(
        long orderDays,
        Instant first,
        Instant last,
        double netSales,
        double costedSales,
        double cost,
        List<Double> orderValues,
        Map<String, Double> categories) {

    /** Amounts of profiles are in parts of the currency's unit. */
    private static final double PARTS = 10_000;

    public CustomerOrders {
        orderValues = List.copyOf(orderValues);
        categories = Map.copyOf(categories);
    }

    /**
     * What a profile says; empty if there is no order. Orders of one day count once among those that the
     * profile holds singly.
     */
    public static Optional<CustomerOrders> of(Profile profile) {
        Instant first = profile.orders().first();
        Instant last = profile.orders().last();
        if (first == null || last == null) {
            return Optional.empty();
        }
        List<Dated<Order>> held =
                List.copyOf(profile.orders().latest().entries().values());
        long days = held.stream()
                .map(order -> order.stamp().time().atOffset(ZoneOffset.UTC).toLocalDate())
                .distinct()
                .count();
        long orders = profile.counts().get(Measure.ORDERS);
        Map<String, Double> categories = new HashMap<>();
        profile.categories().forEach((category, sum) -> categories.put(category, net(sum)));
        return Optional.of(new CustomerOrders(
                Math.max(1, orders - held.size() + days),
                first,
                last,
                (profile.counts().get(Measure.PAID) - profile.counts().get(Measure.RETURNED_SALES)) / PARTS,
                profile.counts().get(Measure.COSTED_SALES) / PARTS,
                profile.counts().get(Measure.COST) / PARTS,
                held.stream().map(order -> order.value().paid() / PARTS).toList(),
                categories));
    }

    private static double net(CategorySum sum) {
        return sum.net() / PARTS;
    }

    /** When they ordered. */
    PurchaseHistory purchases(Instant now) {
        return PurchaseHistory.of(orderDays, first, last, now);
    }

    /** What a day's orders are worth. */
    SpendHistory spend() {
        return new SpendHistory(orderDays, Math.max(0, netSales) / orderDays);
    }
}
