package io.zugabe.segmentation.treatment.adapter;

import com.google.type.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of the shop's currency as messages. */
public final class Amounts {

    private static final int NANO_DIGITS = 9;
    private static final int CENT_DIGITS = 2;

    private Amounts() {}

    /** An amount in cents, rounded down: a ceiling is never raised. */
    static Money message(double amount, String currency) {
        BigDecimal rounded = BigDecimal.valueOf(amount).setScale(CENT_DIGITS, RoundingMode.DOWN);
        long units = rounded.longValue();
        return Money.newBuilder()
                .setCurrencyCode(currency)
                .setUnits(units)
                .setNanos(rounded.subtract(BigDecimal.valueOf(units))
                        .movePointRight(NANO_DIGITS)
                        .intValue())
                .build();
    }

    /** The amount of a message. */
    public static double amount(Money message) {
        return message.getUnits()
                + BigDecimal.valueOf(message.getNanos(), NANO_DIGITS).doubleValue();
    }
}
