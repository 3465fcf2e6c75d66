package io.zugabe.recommendation.triggers.domain;

import io.zugabe.recommendation.customer.domain.CustomerProfile;
import io.zugabe.recommendation.customer.domain.CustomerTreatment;
import io.zugabe.recommendation.decision.domain.Placement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a person may be reached by a channel, and where in the shop an offer is decided that goes out by
 * it. A placement stands for a channel of its own ({@code FOLLOW_UP} for e-mail); what a cart holds is
 * decided as at the cart although it goes out by push. So what the decision knows of channels and consents
 * is about the channel that the offer really takes.
 */
public final class Reach {

    private static final String EMAIL = "email";
    private static final Set<String> OF_PLACEMENTS = Set.of("page", EMAIL, "agent");

    private Reach() {}

    /** Where it is decided what to offer. */
    public static Placement placement(TriggerKind kind, Channel channel) {
        return switch (channel) {
            case SERVICE_AGENT, SALES_TASK -> Placement.SERVICE_CALL;
            case PAGE, EMAIL, PUSH ->
                switch (kind) {
                    case CART_LEFT_BEHIND, ITEM_IN_CART -> Placement.CART;
                    case PURCHASE -> Placement.THANK_YOU;
                    case FOLLOW_UP, REPLENISHMENT, CAMPAIGN -> Placement.FOLLOW_UP;
                };
        };
    }

    /**
     * Why a person must not be reached by a channel, as Recommend would call it; empty if they may be.
     *
     * @param subject "c:" and the customer's id, or "v:" and the visitor's
     */
    public static Optional<String> refusal(String subject, Channel channel, CustomerProfile profile) {
        if (profile.openCase()) {
            return Optional.of("OPEN_CASE");
        }
        boolean customer = subject.startsWith("c:");
        boolean consents = channel.purpose()
                .map(purpose -> customer && profile.consents().getOrDefault(purpose, false))
                .orElse(true);
        if (!consents) {
            return Optional.of("NO_CONSENT");
        }
        return opens(channel, profile.treatment()) ? Optional.empty() : Optional.of("TREATMENT");
    }

    /** The profile as a decision takes it for an offer that nothing refuses. */
    public static CustomerProfile through(CustomerProfile profile) {
        Map<String, Boolean> consents = new HashMap<>(profile.consents());
        consents.put(EMAIL, true);
        return profile.reachedBy(consents, all(profile.treatment()));
    }

    private static boolean opens(Channel channel, CustomerTreatment treatment) {
        return treatment.channels().isEmpty() || treatment.channels().contains(channel.treated());
    }

    private static Set<String> all(CustomerTreatment treatment) {
        Set<String> channels = new HashSet<>(treatment.channels());
        if (!channels.isEmpty()) {
            channels.addAll(OF_PLACEMENTS);
        }
        return channels;
    }
}
