package io.zugabe.catalog.product.endpoint;

import com.google.type.Money;
import io.zugabe.kit.error.Violations;

/** The form of amounts: not negative, in the shop's currency, and so bounded that sums of them cannot overflow. */
public final class MoneyRules {

    private static final long MOST_UNITS = 100_000_000;
    private static final int MOST_NANOS = 999_999_999;

    private final String currency;

    public MoneyRules(String currency) {
        this.currency = currency;
    }

    /** Notes what is wrong with an amount. */
    public void check(Violations violations, String field, Money amount) {
        violations.check(
                amount.getCurrencyCode().equals(currency),
                field + ".currency_code",
                amount.getCurrencyCode(),
                "must be \"" + currency + "\", the shop's currency");
        violations.checkRange(field + ".units", amount.getUnits(), 0, MOST_UNITS);
        violations.checkRange(field + ".nanos", amount.getNanos(), 0, MOST_NANOS);
    }
}
