package io.zugabe.recommendation.replica.adapter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.zugabe.catalog.v1.Product;
import io.zugabe.recommendation.replica.domain.Money;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Prices and costs in the shop's currency. A product whose price is in another one, or too large for
 * micros, has the price 0: it keeps its place as anchor and host, but is not offered. Such prices are
 * counted, and the first is logged.
 */
@Singleton
public class ShopPrices {

    private static final Logger LOG = Logger.getLogger(ShopPrices.class);
    private static final int NANOS_PER_MICRO = 1_000;

    private final String currency;
    private final Counter unusable;
    private final AtomicBoolean logged = new AtomicBoolean();

    public ShopPrices(@ConfigProperty(name = "zugabe.shop.currency") String currency, MeterRegistry metrics) {
        this.currency = currency;
        this.unusable = metrics.counter("zugabe.replica.unusable.prices");
    }

    /** What a product costs the customer; 0 if that is not known in the shop's currency. */
    Money price(Product product) {
        return read(product.getPrice()).orElseGet(() -> {
            noteUnusable(product);
            return new Money(currency, 0);
        });
    }

    /** What a product costs the shop; empty if that is not known in the shop's currency. */
    Optional<Money> cost(Product product) {
        return product.hasCost() ? read(product.getCost()) : Optional.empty();
    }

    /** An amount; empty if it is not in the shop's currency. */
    Optional<Money> amount(com.google.type.Money message) {
        return read(message);
    }

    private Optional<Money> read(com.google.type.Money message) {
        if (!message.getCurrencyCode().equals(currency)) {
            return Optional.empty();
        }
        try {
            long micros = Math.multiplyExact(message.getUnits(), Money.MICROS);
            return Optional.of(new Money(currency, Math.addExact(micros, message.getNanos() / NANOS_PER_MICRO)));
        } catch (ArithmeticException _) {
            return Optional.empty(); // no shop asks this much: better no offer than one at a wrong price
        }
    }

    private void noteUnusable(Product product) {
        unusable.increment();
        if (logged.compareAndSet(false, true)) {
            LOG.warnf(
                    "Product %s costs %d %s: not a usable price in the shop's currency %s, so it is not offered;"
                            + " further ones are only counted",
                    product.getProductId(),
                    product.getPrice().getUnits(),
                    product.getPrice().getCurrencyCode(),
                    currency);
        }
    }
}
