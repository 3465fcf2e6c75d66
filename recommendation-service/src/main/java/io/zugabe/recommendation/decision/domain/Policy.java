package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.customer.domain.Customer;
import io.zugabe.recommendation.customer.domain.CustomerProfile;
import io.zugabe.recommendation.customer.domain.CustomerTreatment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stage 1: may we speak to this customer here and now? What the treatment policy says counts beside what
 * the profile itself says, which may be newer. A customer who was not assessed is judged by the profile
 * alone.
 */
final class Policy {

    private static final String EMAIL = "email";

    /** An interaction with the cart is fresh for so long. */
    private static final Duration FRESH = Duration.ofHours(24);

    private Policy() {}

    /** Why to be silent; empty if we may speak. */
    static Optional<Silence> judge(OfferRequest request, Customer customer, Instant time) {
        CustomerProfile profile = customer.profile();
        Placement placement = request.placement();
        if (profile.openCase()) {
            return Optional.of(Silence.OPEN_CASE);
        }
        if (customer instanceof Customer.Unreadable && placement.needsCustomer()) {
            return Optional.of(Silence.CUSTOMER_UNKNOWN);
        }
        if (!profile.treatment().allowedAt(time)) {
            return Optional.of(reason(profile.treatment()));
        }
        return byPlacement(request, profile).or(() -> byChannel(placement, profile.treatment()));
    }

    private static Optional<Silence> byPlacement(OfferRequest request, CustomerProfile profile) {
        return switch (request.placement()) {
            case FOLLOW_UP -> mayMail(request, profile) ? Optional.empty() : Optional.of(Silence.NO_CONSENT);
            case SERVICE_CALL ->
                profile.caseResolved() || profile.interest() ? Optional.empty() : Optional.of(Silence.NO_INTEREST);
            case HOME, PRODUCT_PAGE, CART, CHECKOUT, THANK_YOU -> Optional.empty();
        };
    }

    private static boolean mayMail(OfferRequest request, CustomerProfile profile) {
        return !request.customerId().isEmpty() && profile.consents().getOrDefault(EMAIL, false);
    }

    private static Optional<Silence> byChannel(Placement placement, CustomerTreatment treatment) {
        boolean open = treatment.channels().isEmpty() || treatment.channels().contains(placement.channel());
        return open ? Optional.empty() : Optional.of(Silence.TREATMENT);
    }

    /** The policy's codes are the shop's own; those of the default policy have a reason each. */
    private static Silence reason(CustomerTreatment treatment) {
        String strongest =
                treatment.reasonCodes().isEmpty() ? "" : treatment.reasonCodes().getFirst();
        return switch (strongest) {
            case "OPEN_SERVICE_CASE" -> Silence.OPEN_CASE;
            case "FATIGUE", "DISMISSED" -> Silence.FATIGUE;
            case "DO_NOT_DISTURB" -> Silence.DO_NOT_DISTURB;
            case "NO_CONSENT" -> Silence.NO_CONSENT;
            default -> Silence.TREATMENT;
        };
    }

    /** When it makes sense to ask again; empty if nobody knows. */
    static Optional<Instant> quietUntil(Customer customer, Instant time) {
        CustomerTreatment treatment = customer.profile().treatment();
        return customer.profile().openCase() || treatment.allowedAt(time) ? Optional.empty() : treatment.quietUntil();
    }

    /** What to show first or instead; nothing that rests on what must not be used. */
    static List<String> advice(Customer customer) {
        CustomerTreatment treatment = customer.profile().treatment();
        return treatment.anonymous() ? List.of() : treatment.advice();
    }

    /** Whether cross-selling has to wait for the customer to put something in the cart. */
    static boolean waitsForTrigger(OfferRequest request, CustomerProfile profile, Instant time) {
        return profile.treatment().onlyWhenTriggered() && !isTriggered(request, profile, time);
    }

    /** Something was put in the cart a short while ago, or so short a while that the profile does not say so yet. */
    private static boolean isTriggered(OfferRequest request, CustomerProfile profile, Instant time) {
        boolean fresh = profile.cartFilled()
                .filter(filled -> filled.plus(FRESH).isAfter(time))
                .isPresent();
        return fresh
                || request.cart().stream()
                        .anyMatch(line -> profile.recent().stream()
                                .noneMatch(known -> known.productId().equals(line.productId())));
    }

    /** What the treatment restricts, for the trace. */
    static String describe(CustomerTreatment treatment, Instant time) {
        if (treatment.policyVersion() == 0) {
            return "The customer was not assessed: no treatment restricts offers.";
        }
        String codes = treatment.reasonCodes().isEmpty() ? "standard" : String.join(", ", treatment.reasonCodes());
        String end = treatment
                .quietUntil()
                .filter(until -> !treatment.allowed() && treatment.allowedAt(time))
                .map(until -> " The silence has ended at " + until + ".")
                .orElse("");
        String advice = treatment.advice().isEmpty() ? "" : " Advice: " + String.join(", ", treatment.advice()) + ".";
        return "Treatment by version " + treatment.policyVersion() + " of the policy: " + codes + "." + end + advice;
    }
}
