package io.zugabe.segmentation.feature.domain;

import static io.zugabe.segmentation.feature.domain.Declaration.ALWAYS;
import static io.zugabe.segmentation.feature.domain.Declaration.always;
import static io.zugabe.segmentation.feature.domain.Declaration.days;
import static io.zugabe.segmentation.feature.domain.Declaration.known;
import static io.zugabe.segmentation.feature.domain.Declaration.lastDays;
import static io.zugabe.segmentation.feature.domain.Declaration.lastYear;
import static io.zugabe.segmentation.feature.domain.Declaration.number;
import static io.zugabe.segmentation.feature.domain.Declaration.year;

import io.zugabe.segmentation.feature.domain.Feature.Type;
import io.zugabe.segmentation.profile.domain.Measure;
import io.zugabe.segmentation.profile.domain.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What customers ordered, what it came to, and what came back. */
final class OrderFeatures {

    private static final int YEAR = 12;
    private static final double MILLIS_PER_DAY = 86_400_000;

    private OrderFeatures() {}

    static List<Declaration> all() {
        return List.of(
                always("orders", Measure.ORDERS, "Orders."),
                days("orders_90d", Measure.ORDERS, 90, "Orders within 90 days."),
                year("orders_12m", Measure.ORDERS, "Orders within a year."),
                year("units_12m", Measure.UNITS, "Units bought within a year."),
                number(
                        plain("days_since_first_order", "days", ALWAYS, "Time since the first order."),
                        reading -> reading.daysSince(reading.profile().orders().first())),
                number(
                        plain("days_since_last_order", "days", ALWAYS, "Time since the latest order."),
                        reading -> reading.daysSince(reading.profile().orders().last())),
                number(
                        plain("usual_order_gap", "days", "latest 50 orders", "Median time between two orders."),
                        reading -> usualGap(reading.profile())),
                number(
                        plain(
                                "usual_order_value",
                                Feature.MONEY,
                                "latest 50 orders",
                                "Median of what orders came to, after discount."),
                        reading -> usualValue(reading.profile())),
                known(
                        plain("net_sales", Feature.MONEY, ALWAYS, "Sales after discount, less returns."),
                        reading -> reading.always(Measure.PAID) - reading.always(Measure.RETURNED_SALES)),
                known(
                        plain("net_sales_90d", Feature.MONEY, lastDays(90), "Sales after discount, less returns."),
                        reading -> reading.days(Measure.PAID, 90) - reading.days(Measure.RETURNED_SALES, 90)),
                known(
                        plain("net_sales_12m", Feature.MONEY, lastYear(), "Sales after discount, less returns."),
                        reading -> reading.months(Measure.PAID, YEAR) - reading.months(Measure.RETURNED_SALES, YEAR)),
                number(
                        plain(
                                "margin_12m",
                                Feature.MONEY,
                                lastYear(),
                                "Sales after discount less cost where the cost is known, less the share that came back."),
                        OrderFeatures::margin),
                number(
                        plain("contribution_12m", Feature.MONEY, lastYear(), "Margin less what service cases cost."),
                        OrderFeatures::contribution),
                number(
                        plain("discount_share_12m", "", lastYear(), "Discounts as a share of sales before discount."),
                        reading -> Reading.share(
                                reading.months(Measure.DISCOUNTS, YEAR), reading.months(Measure.GROSS_SALES, YEAR))),
                number(
                        plain("discounted_share_12m", "", lastYear(), "Share of sales in orders with any discount."),
                        reading -> Reading.share(
                                reading.months(Measure.DISCOUNTED_SALES, YEAR), reading.months(Measure.PAID, YEAR))),
                number(
                        plain("return_share", "", ALWAYS, "Value returned as a share of sales after discount."),
                        reading -> Reading.share(reading.always(Measure.RETURNED_SALES), reading.always(Measure.PAID))),
                number(
                        plain("return_share_12m", "", lastYear(), "Value returned as a share of sales after discount."),
                        reading -> Reading.share(
                                reading.months(Measure.RETURNED_SALES, YEAR), reading.months(Measure.PAID, YEAR))),
                year("returns_12m", Measure.RETURNS, "Returns within a year."),
                known(
                        plain("categories", "categories", ALWAYS, "Categories bought from."),
                        reading -> bought(reading.profile()).size()),
                known(
                        plain("categories_12m", "categories", lastYear(), "Categories bought from within a year."),
                        reading -> reading.categories(YEAR).size()),
                new Declaration(
                        new Feature(
                                "bought_categories",
                                Type.TEXTS,
                                "",
                                ALWAYS,
                                "orders",
                                "",
                                "Names of the categories bought from."),
                        reading -> Optional.of(new FeatureValue.Texts(bought(reading.profile())))),
                known(
                        plain("products", "products", ALWAYS, "Different products bought."),
                        reading -> reading.profile().products().values().stream()
                                .filter(product -> product.orders() > 0)
                                .count()));
    }

    private static Feature plain(String name, String unit, String window, String description) {
        return new Feature(name, Type.NUMBER, unit, window, "orders and returns", "", description);
    }

    private static OptionalDouble margin(Reading reading) {
        double costed = reading.months(Measure.COSTED_SALES, YEAR);
        double paid = reading.months(Measure.PAID, YEAR);
        if (costed == 0 && paid > 0) {
            return OptionalDouble.empty();
        }
        double back = Reading.share(reading.months(Measure.RETURNED_SALES, YEAR), paid)
                .orElse(0);
        return OptionalDouble.of((costed - reading.months(Measure.COST, YEAR)) * (1 - Math.min(1, back)));
    }

    private static OptionalDouble contribution(Reading reading) {
        OptionalDouble margin = margin(reading);
        return margin.isEmpty()
                ? margin
                : OptionalDouble.of(margin.getAsDouble() - reading.months(Measure.SERVICE_COST, YEAR));
    }

    private static List<String> bought(Profile profile) {
        return profile.categories().entrySet().stream()
                .filter(entry -> entry.getValue().orders() > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static OptionalDouble usualValue(Profile profile) {
        return median(profile.orders().latest().entries().values().stream()
                .mapToDouble(order -> Reading.money(order.value().paid()))
                .toArray());
    }

    private static OptionalDouble usualGap(Profile profile) {
        Instant[] times = profile.orders().latest().entries().values().stream()
                .map(order -> order.stamp().time())
                .sorted()
                .toArray(Instant[]::new);
        double[] gaps = new double[Math.max(0, times.length - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = Duration.between(times[i], times[i + 1]).toMillis() / MILLIS_PER_DAY;
        }
        return median(gaps);
    }

    private static OptionalDouble median(double[] values) {
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        Arrays.sort(values);
        int middle = values.length / 2;
        return OptionalDouble.of(values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2);
    }
}
