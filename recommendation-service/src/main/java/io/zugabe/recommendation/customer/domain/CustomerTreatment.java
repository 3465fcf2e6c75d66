package io.zugabe.recommendation.customer.domain;

import io.zugabe.recommendation.replica.domain.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether and how a customer may be made offers: what the treatment policy of the segmentation service says.
 *
 * @param allowed false if no offer may be made at all when it was decided, see {@link #allowedAt}
 * @param quietUntil if not allowed for a time only: its end; empty if nobody knows
 * @param kinds names of the kinds of offers that may be made; empty for all
 * @param channels names of the channels that may be used; empty for all
 * @param incentives names of the incentives that may be given; empty for none
 * @param priceCeiling no offer above it; empty for none
 * @param onlyWhenTriggered cross-selling only after something was put in the cart
 * @param lowReturnRiskOnly only products that come back no more often than usual
 * @param anonymous nothing that is known about the customer may be used
 * @param excludedTypes no products of these types or of types below
 * @param quietProducts products that are not to be offered, nor others for the same need, and until when
 * @param advice codes of what to show first or instead, sorted
 * @param reasonCodes what led here, strongest first
 */
public record CustomerTreatment(
        boolean allowed,
        Optional<Instant> quietUntil,
        Set<String> kinds,
        Set<String> channels,
        Set<String> incentives,
        Optional<Money> priceCeiling,
        boolean onlyWhenTriggered,
        boolean lowReturnRiskOnly,
        boolean anonymous,
        Set<String> excludedTypes,
        Map<String, Instant> quietProducts,
        List<String> advice,
        List<String> reasonCodes,
        int policyVersion) {

    /** What holds for customers who were not assessed: offers without restriction, and no incentive. */
    public static final CustomerTreatment UNKNOWN = new CustomerTreatment(
            true,
            Optional.empty(),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            false,
            false,
            false,
            Set.of(),
            Map.of(),
            List.of(),
            List.of(),
            0);

    public CustomerTreatment {
        kinds = Set.copyOf(kinds);
        channels = Set.copyOf(channels);
        incentives = Set.copyOf(incentives);
        excludedTypes = Set.copyOf(excludedTypes);
        quietProducts = Map.copyOf(quietProducts);
        advice = List.copyOf(advice);
        reasonCodes = List.copyOf(reasonCodes);
    }

    /** The same with other channels. */
    public CustomerTreatment withChannels(Set<String> others) {
        return new CustomerTreatment(
                allowed,
                quietUntil,
                kinds,
                others,
                incentives,
                priceCeiling,
                onlyWhenTriggered,
                lowReturnRiskOnly,
                anonymous,
                excludedTypes,
                quietProducts,
                advice,
                reasonCodes,
                policyVersion);
    }

    /**
     * Whether offers may be made at a time: silence that time alone ends is over then, also if nobody has assessed
     * the customer since.
     */
    public boolean allowedAt(Instant time) {
        return allowed || quietUntil.filter(end -> !time.isBefore(end)).isPresent();
    }
}
