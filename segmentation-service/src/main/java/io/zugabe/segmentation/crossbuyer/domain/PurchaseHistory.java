package io.zugabe.segmentation.crossbuyer.domain;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The months of a customer in which anything happened, each at most once. Their order does not matter.
 *
 * @param periods kept in the order of months
 */
public record PurchaseHistory(List<Period> periods) {

    /** A customer of fewer categories is no cross-buyer. */
    public static final int LEAST_CATEGORIES = 2;

    /** What was seen in fewer periods may have been chance, and is not persistent. */
    public static final int LEAST_PERIODS = 2;

    public PurchaseHistory {
        // Sums of floating-point numbers depend on the order of terms; so does nothing else here.
        periods = periods.stream().sorted(Comparator.comparing(Period::month)).toList();
    }

    /** The sum of an amount over all periods. */
    public double sum(ToDoubleFunction<Period> amount) {
        return periods.stream().mapToDouble(amount).sum();
    }

    /** The sum of a count over all periods. */
    public long count(ToLongFunction<Period> count) {
        return periods.stream().mapToLong(count).sum();
    }

    /** Contribution of an order on average; 0 if there was none, not a number if the margin is unknown. */
    public double contributionPerOrder() {
        long orders = count(Period::orders);
        return orders == 0 ? 0 : sum(Period::contribution) / orders;
    }

    /** The number of periods of some kind. */
    public int periods(Predicate<Period> kind) {
        return Math.toIntExact(periods.stream().filter(kind).count());
    }

    /** The number of categories bought from. */
    public int categories() {
        return Math.toIntExact(periods.stream()
                .flatMap(period -> period.categories().stream())
                .distinct()
                .count());
    }

    /** Whether this is a cross-buyer, seen buying in enough periods: one of the peers. */
    public boolean crossBuyer() {
        return categories() >= LEAST_CATEGORIES && periods(period -> period.orders() > 0) >= LEAST_PERIODS;
    }
}
