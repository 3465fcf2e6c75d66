package io.zugabe.segmentation.prediction.adapter;

import com.google.type.Money;
import io.zugabe.segmentation.profile.adapter.Timestamps;
import io.zugabe.segmentation.replenishment.domain.DueCustomer;
import io.zugabe.segmentation.returns.domain.CustomerTendency;
import io.zugabe.segmentation.returns.domain.ProductReturns;
import io.zugabe.segmentation.returns.domain.RateInterval;
import io.zugabe.segmentation.returns.domain.ReturnModel;
import io.zugabe.segmentation.v1.CategoryBudget;
import io.zugabe.segmentation.v1.CustomerValue;
import io.zugabe.segmentation.v1.DueReplenishment;
import io.zugabe.segmentation.v1.ProductReturnRate;
import io.zugabe.segmentation.v1.Replenishment;
import io.zugabe.segmentation.v1.ReturnTendency;
import io.zugabe.segmentation.value.domain.ValueAssessment;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is to be expected of customers, as the API carries it. */
@ApplicationScoped
public class PredictionMessages {

    private static final double CENTS = 100;
    private static final int NANOS_PER_CENT = 10_000_000;
    private static final double NANOS = 1e-9;

    private final String currency;

    public PredictionMessages(@ConfigProperty(name = "zugabe.shop.currency") String currency) {
        this.currency = currency;
    }

    /** What a customer is worth. */
    public CustomerValue message(ValueAssessment assessment) {
        CustomerValue.Builder value = CustomerValue.newBuilder()
                .setAliveProbability(assessment.value().probabilityAlive())
                .setExpectedOrders(assessment.value().expectedPurchases())
                .setExpectedMargin(assessment.margin())
                .setExpectedMarginLow(assessment.interval().low())
                .setExpectedMarginHigh(assessment.interval().high())
                .setUsualOrderValue(money(assessment.limit().usual()))
                .setSpendingLimit(money(assessment.limit().high()));
        assessment
                .budgets()
                .forEach(budget -> value.addCategoryBudgets(CategoryBudget.newBuilder()
                        .setCategory(budget.category())
                        .setYearly(money(budget.yearly()))));
        return value.build();
    }

    /** A customer's part of return risks. */
    public ReturnTendency message(CustomerTendency tendency) {
        return ReturnTendency.newBuilder()
                .setLogit(tendency.logit())
                .setProbability(tendency.probability())
                .build();
    }

    /** What will be needed again. */
    public Replenishment message(io.zugabe.segmentation.replenishment.domain.Replenishment due) {
        return Replenishment.newBuilder()
                .setProductId(due.product())
                .setDueTime(Timestamps.of(due.due()))
                .setDueFromTime(Timestamps.of(due.from()))
                .setDueUntilTime(Timestamps.of(due.until()))
                .setQuietUntilTime(Timestamps.of(due.quietUntil()))
                .setConfidence(due.confidence())
                .build();
    }

    /** Who will need something again. */
    public DueReplenishment message(DueCustomer due) {
        return DueReplenishment.newBuilder()
                .setCustomerId(due.customer())
                .setReplenishment(message(due.replenishment()))
                .build();
    }

    /** How often a product comes back. */
    public ProductReturnRate message(String product, ProductReturns returns, ReturnModel model) {
        RateInterval rate = model.rate(product);
        return ProductReturnRate.newBuilder()
                .setProductId(product)
                .setLines(returns.lines())
                .setObservedRate(returns.returned())
                .setRate(rate.rate())
                .setRateLow(rate.low())
                .setRateHigh(rate.high())
                .setProductLogit(model.productLogit(product, ""))
                .build();
    }

    /** An amount of the API as a number. */
    public static double amount(Money money) {
        return money.getUnits() + money.getNanos() * NANOS;
    }

    /** Estimates are shown in hundredths of the currency's unit. */
    private Money money(double amount) {
        long cents = Math.round(amount * CENTS);
        return Money.newBuilder()
                .setCurrencyCode(currency)
                .setUnits(cents / (long) CENTS)
                .setNanos((int) (cents % (long) CENTS) * NANOS_PER_CENT)
                .build();
    }
}
