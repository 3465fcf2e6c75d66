package io.zugabe.segmentation.log.endpoint;

import com.google.type.Money;
import io.zugabe.kit.error.Violations;

/** The form of amounts: not negative, in the shop's currency, in steps of 1/10,000, bounded. */
public final class MoneyRules {

    private static final long MOST_UNITS = 100_000_000;
    private static final int NANOS_PER_UNIT = 1_000_000_000;
    private static final int NANOS_PER_STEP = 100_000;

    private final String currency;

    /** Rules for amounts in a currency (ISO 4217). */
    public MoneyRules(String currency) {
        this.currency = currency;
    }

    /** Checks an amount; true if it may be computed with. */
    public boolean check(Violations violations, String field, Money amount) {
        boolean currencyHolds = violations.check(
                amount.getCurrencyCode().equals(currency),
                field + ".currency_code",
                amount.getCurrencyCode(),
                "must be \"" + currency + "\", the shop's currency");
        boolean unitsHold = violations.checkRange(field + ".units", amount.getUnits(), 0, MOST_UNITS);
        boolean nanosHold = violations.checkRange(field + ".nanos", amount.getNanos(), 0, NANOS_PER_UNIT - 1)
                && violations.check(
                        amount.getNanos() % NANOS_PER_STEP == 0,
                        field + ".nanos",
                        amount.getNanos(),
                        "must be a multiple of 100,000: amounts are kept in 1/10,000 of the currency's unit");
        return currencyHolds && unitsHold && nanosHold;
    }

    static int compare(Money a, Money b) {
        int byUnits = Long.compare(a.getUnits(), b.getUnits());
        return byUnits != 0 ? byUnits : Integer.compare(a.getNanos(), b.getNanos());
    }

    static String text(Money amount) {
        return java.math.BigDecimal.valueOf(amount.getUnits())
                .add(java.math.BigDecimal.valueOf(amount.getNanos(), 9))
                .stripTrailingZeros()
                .toPlainString();
    }
}
