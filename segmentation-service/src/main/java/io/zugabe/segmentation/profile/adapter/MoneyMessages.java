package io.zugabe.segmentation.profile.adapter;

import com.google.type.Money;

/** Amounts in 1/10,000 of the shop's currency, which the profile computes with, and as the API carries them. */
final class MoneyMessages {

    private static final long STEPS_PER_UNIT = 10_000;
    private static final int NANOS_PER_STEP = 100_000;

    private MoneyMessages() {}

    static long amount(Money money) {
        return money.getUnits() * STEPS_PER_UNIT + money.getNanos() / NANOS_PER_STEP;
    }

    static Money message(long amount, String currency) {
        return Money.newBuilder()
                .setCurrencyCode(currency)
                .setUnits(amount / STEPS_PER_UNIT)
                .setNanos((int) (amount % STEPS_PER_UNIT) * NANOS_PER_STEP)
                .build();
    }
}
