package io.zugabe.recommendation.decision.adapter;

import io.zugabe.recommendation.replica.domain.Money;

/** Amounts of money, both ways. */
public final class MoneyMapping {

    private static final int NANOS_PER_MICRO = 1_000;

    private MoneyMapping() {}

    public static Money money(com.google.type.Money message) {
        return new Money(
                message.getCurrencyCode(), message.getUnits() * Money.MICROS + message.getNanos() / NANOS_PER_MICRO);
    }

    public static com.google.type.Money message(Money money) {
        return com.google.type.Money.newBuilder()
                .setCurrencyCode(money.currency())
                .setUnits(money.micros() / Money.MICROS)
                .setNanos((int) (money.micros() % Money.MICROS) * NANOS_PER_MICRO)
                .build();
    }
}
