package io.zugabe.segmentation.profile.adapter;

import static io.zugabe.segmentation.profile.domain.Measure.SERVICE_COST;

import com.google.type.Money;
import io.zugabe.segmentation.profile.domain.CategorySum;
import io.zugabe.segmentation.profile.domain.Counts;
import io.zugabe.segmentation.profile.domain.Measure;
import io.zugabe.segmentation.profile.domain.Month;
import io.zugabe.segmentation.profile.domain.Product;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.v1.ActivityCounters;
import io.zugabe.segmentation.v1.MonthlyTrade;
import io.zugabe.segmentation.v1.OwnedProduct;
import io.zugabe.segmentation.v1.TradeCounters;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was counted and bought, as the API carries it. */
final class TradeMessages {

    private static final int MOST_PRODUCTS = 500;

    /** A month without any of these is none of trade. */
    private static final Measure[] TRADE = {
        Measure.ORDERS, Measure.RETURNS, Measure.SERVICE_COST,
    };

    private final String currency;

    TradeMessages(String currency) {
        this.currency = currency;
    }

    static ActivityCounters activity(Counts counts) {
        return ActivityCounters.newBuilder()
                .setViews(counts.get(Measure.VIEWS))
                .setSearches(counts.get(Measure.SEARCHES))
                .setCartAdditions(counts.get(Measure.CART_ADDITIONS))
                .setCartRemovals(counts.get(Measure.CART_REMOVALS))
                .setCheckouts(counts.get(Measure.CHECKOUTS))
                .setReviews(counts.get(Measure.REVIEWS))
                .setPromotions(counts.get(Measure.PROMOTIONS))
                .build();
    }

    TradeCounters trade(Profile profile) {
        List<String> categories = new ArrayList<>();
        profile.categories().forEach((category, sum) -> addBought(categories, category, sum));
        return trade(
                profile.counts(), profile.orders().first(), profile.orders().last(), categories);
    }

    private static void addBought(List<String> categories, String category, CategorySum sum) {
        if (sum.orders() > 0) {
            categories.add(category);
        }
    }

    private TradeCounters trade(
            Counts counts, @Nullable Instant firstOrder, @Nullable Instant lastOrder, Iterable<String> categories) {
        TradeCounters.Builder message = TradeCounters.newBuilder()
                .setOrders(counts.get(Measure.ORDERS))
                .setUnits(counts.get(Measure.UNITS))
                .setReturnedUnits(counts.get(Measure.RETURNED_UNITS))
                .setReturns(counts.get(Measure.RETURNS))
                .setGrossSales(money(counts, Measure.GROSS_SALES))
                .setDiscounts(money(counts, Measure.DISCOUNTS))
                .setReturnedSales(money(counts, Measure.RETURNED_SALES))
                .setCost(money(counts, Measure.COST))
                .setCostedSales(money(counts, Measure.COSTED_SALES))
                .setDiscountedSales(money(counts, Measure.DISCOUNTED_SALES))
                .addAllCategories(categories);
        Timestamps.set(firstOrder, message::setFirstOrderTime);
        Timestamps.set(lastOrder, message::setLastOrderTime);
        return message.build();
    }

    Money money(Counts counts, Measure measure) {
        return MoneyMessages.message(counts.get(measure), currency);
    }

    /** The months of trade, oldest first. */
    List<MonthlyTrade> months(Profile profile) {
        List<MonthlyTrade> months = new ArrayList<>();
        profile.months().forEach((month, values) -> {
            if (values.counts().any(TRADE)) {
                months.add(month(month, values));
            }
        });
        Collections.reverse(months);
        return months;
    }

    private MonthlyTrade month(YearMonth month, Month values) {
        return MonthlyTrade.newBuilder()
                .setMonth(month.toString())
                .setTrade(trade(values.counts(), values.firstOrder(), values.lastOrder(), values.categories()))
                .setServiceCost(money(values.counts(), SERVICE_COST))
                .build();
    }

    /** What was bought, latest first. */
    static List<OwnedProduct> products(Map<String, Product> products) {
        Comparator<Map.Entry<String, Product>> earliestFirst = Comparator.comparing(
                entry -> Objects.requireNonNull(entry.getValue().lastPurchase()));
        return products.entrySet().stream()
                .filter(entry -> entry.getValue().lastPurchase() != null)
                .sorted(earliestFirst.reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_PRODUCTS)
                .map(entry -> product(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static OwnedProduct product(String id, Product product) {
        OwnedProduct.Builder message = OwnedProduct.newBuilder()
                .setProductId(id)
                .setUnits(product.owned())
                .setOrders(product.orders())
                .setReturnedUnits(product.returned())
                .setLastPurchaseUnits(product.lastUnits())
                .setFaultyUnits(product.faulty())
                .setCancelledUnits(product.cancelled());
        Timestamps.set(product.lastPurchase(), message::setLastPurchaseTime);
        return message.build();
    }
}
