package io.zugabe.segmentation.value.domain;

import io.zugabe.segmentation.orders.domain.BoughtLine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Learns what customers are worth from the orders of a sample of them. */
public final class ValueFit {

    /** Parameters and what they are worth. */
    public record Result(ValueModel model, BgNbdFit.Result purchases, GammaGammaFit.Result spend) {}

    private static final int PARAMETER_DRAWS = 40;
    private static final double MARGIN_WEIGHT_ORDERS = 3;
    private static final int MOST_CATEGORIES = 2_000;
    private static final double DAYS_PER_YEAR = 365.25;
    private static final double LEAST_YEARS = 0.25;

    private ValueFit() {}

    /**
     * What a customer ordered before a time; what came back later is taken off, too.
     *
     * @param lines oldest first
     * @return empty if nothing was
     */
    public static List<CustomerOrders> orders(Collection<List<BoughtLine>> books, Instant before) {
        List<CustomerOrders> customers = new ArrayList<>();
        for (List<BoughtLine> book : books) {
            List<BoughtLine> lines =
                    book.stream().filter(line -> line.time().isBefore(before)).toList();
            if (!lines.isEmpty()) {
                customers.add(orders(lines));
            }
        }
        return customers;
    }

    private static CustomerOrders orders(List<BoughtLine> lines) {
        double net = 0;
        double costed = 0;
        double cost = 0;
        Map<String, Double> values = new TreeMap<>();
        Map<String, Double> categories = new HashMap<>();
        for (BoughtLine line : lines) {
            double paid = line.units() * line.paid();
            net += line.net();
            if (!Double.isNaN(line.cost())) {
                costed += paid;
                cost += line.units() * line.cost();
            }
            values.merge(line.time() + " " + line.order(), paid, Double::sum);
            categories.merge(line.category(), line.net(), Double::sum);
        }
        categories.remove("");
        long days = lines.stream()
                .map(line -> line.time().atOffset(ZoneOffset.UTC).toLocalDate())
                .distinct()
                .count();
        return new CustomerOrders(
                days,
                lines.getFirst().time(),
                lines.getLast().time(),
                net,
                costed,
                cost,
                List.copyOf(values.values()),
                categories);
    }

    /**
     * Learns.
     *
     * @param customers at least one of them with orders of some value
     * @param now not before any order
     */
    public static Result fit(List<CustomerOrders> customers, Instant now, long seed) {
        BgNbdFit.Result purchases = BgNbdFit.fit(
                customers.stream().map(customer -> customer.purchases(now)).toList());
        GammaGammaFit.Result spend =
                GammaGammaFit.fit(customers.stream().map(CustomerOrders::spend).toList());
        ValueModel model = new ValueModel(
                new LifetimeModel(purchases.model(), spend.model()),
                ValueForecast.about(purchases, spend, PARAMETER_DRAWS, new SplittableRandom(seed)),
                margin(customers, spend.model().populationMean()),
                OrderValues.of(customers.stream()
                        .map(customer -> customer.orderValues().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                        .toList()),
                budgets(customers, now));
        return new Result(model, purchases, spend);
    }

    private static MarginRate margin(List<CustomerOrders> customers, double orderValue) {
        double costed =
                customers.stream().mapToDouble(CustomerOrders::costedSales).sum();
        double cost = customers.stream().mapToDouble(CustomerOrders::cost).sum();
        return new MarginRate(costed > 0 ? (costed - cost) / costed : 1, MARGIN_WEIGHT_ORDERS * orderValue);
    }

    private static CategoryBudgets budgets(List<CustomerOrders> customers, Instant now) {
        Map<String, double[]> sums = new HashMap<>();
        for (CustomerOrders customer : customers) {
            double years = Math.max(
                    LEAST_YEARS, Duration.between(customer.first(), now).toDays() / DAYS_PER_YEAR);
            customer.categories().forEach((category, spent) -> {
                double[] sum = sums.computeIfAbsent(category, _ -> new double[2]);
                sum[0] += Math.max(0, spent) / years;
                sum[1]++;
            });
        }
        Map<String, Double> yearly = new HashMap<>();
        sums.entrySet().stream()
                .sorted((one, other) -> Double.compare(other.getValue()[1], one.getValue()[1]))
                .limit(MOST_CATEGORIES)
                .forEach(entry -> yearly.put(entry.getKey(), entry.getValue()[0] / entry.getValue()[1]));
        return new CategoryBudgets(yearly);
    }
}
