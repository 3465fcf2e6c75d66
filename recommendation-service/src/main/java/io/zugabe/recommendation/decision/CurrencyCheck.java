package io.zugabe.recommendation.decision;

import io.zugabe.kit.error.Violations;
import io.zugabe.recommendation.decision.domain.OfferRequest;
import io.zugabe.recommendation.replica.domain.Money;
import java.util.Optional;

/** Amounts of a request must be in the shop's one currency: nothing here converts. */
final class CurrencyCheck {

    private CurrencyCheck() {}

    static void check(OfferRequest request, String currency) {
        if (currency.isEmpty()) {
            return;
        }
        Violations violations = Violations.ofRequest();
        check(request.filter().maxPrice(), "filter.max_price.currency_code", currency, violations);
        for (int line = 0; line < request.cart().size(); line++) {
            String field = "cart[" + line + "].price.currency_code";
            check(request.cart().get(line).price(), field, currency, violations);
        }
        violations.throwIfAny();
    }

    private static void check(Optional<Money> money, String field, String currency, Violations violations) {
        money.ifPresent(amount -> violations.check(
                amount.currency().equals(currency), field, amount.currency(), "must be the shop's " + currency));
    }
}
