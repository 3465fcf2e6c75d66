package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.customer.domain.Customer;
import io.zugabe.recommendation.customer.domain.CustomerProfile;
import java.util.Optional;

/** Stage 1: may we speak to this customer here and now? */
final class Policy {

    private static final String EMAIL = "email";

    private Policy() {}

    /** Why to be silent; empty if we may speak. */
    static Optional<Silence> judge(OfferRequest request, Customer customer) {
        CustomerProfile profile = customer.profile();
        Placement placement = request.placement();
        if (profile.openCase()) {
            return Optional.of(Silence.OPEN_CASE);
        }
        if (customer instanceof Customer.Unreadable && placement.needsCustomer()) {
            return Optional.of(Silence.CUSTOMER_UNKNOWN);
        }
        return switch (placement) {
            case FOLLOW_UP -> mayMail(request, profile) ? Optional.empty() : Optional.of(Silence.NO_CONSENT);
            case SERVICE_CALL ->
                profile.caseResolved() || profile.interest() ? Optional.empty() : Optional.of(Silence.NO_INTEREST);
            case HOME, PRODUCT_PAGE, CART, CHECKOUT, THANK_YOU -> Optional.empty();
        };
    }

    private static boolean mayMail(OfferRequest request, CustomerProfile profile) {
        return !request.customerId().isEmpty() && profile.consents().getOrDefault(EMAIL, false);
    }
}
