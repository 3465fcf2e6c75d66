package io.zugabe.recommendation.decision;

import io.zugabe.kit.error.Violations;
import io.zugabe.recommendation.decision.domain.OfferRequest;
import io.zugabe.recommendation.replica.domain.Money;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Amounts of a request must be in the shop's one currency: nothing here converts. */
@Singleton
public class CurrencyCheck {

    private final String currency;

    public CurrencyCheck(@ConfigProperty(name = "zugabe.shop.currency") String currency) {
        this.currency = currency;
    }

    void check(OfferRequest request) {
        Violations violations = Violations.ofRequest();
        check(request.filter().maxPrice(), "filter.max_price.currency_code", violations);
        check(request.filter().wishes().minPrice(), "filter.min_price.currency_code", violations);
        check(request.freeShippingFrom(), "shipping.free_from.currency_code", violations);
        for (int line = 0; line < request.cart().size(); line++) {
            String field = "cart[" + line + "].price.currency_code";
            check(request.cart().get(line).price(), field, violations);
        }
        violations.throwIfAny();
    }

    /** Notes a violation unless an amount is in the shop's currency. */
    public void check(Optional<Money> money, String field, Violations violations) {
        money.ifPresent(amount -> violations.check(
                amount.currency().equals(currency), field, amount.currency(), "must be the shop's " + currency));
    }
}
