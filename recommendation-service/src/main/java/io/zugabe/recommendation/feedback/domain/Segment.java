package io.zugabe.recommendation.feedback.domain;

import io.zugabe.recommendation.customer.domain.CustomerProfile;
import java.util.List;

/**
 * Kinds of customers that take offers differently: the four unprofitable cross-buyers, else by whether they bought
 * before. Few, because every one needs views of its own before it says anything.
 */
public enum Segment {
    /** Nothing is known. */
    UNKNOWN,
    /** Known, and owns nothing from here. */
    PROSPECT,
    /** Bought before. */
    CUSTOMER,
    SERVICE_DEMANDER,
    REVENUE_REVERSER,
    PROMOTION_MAXIMIZER,
    SPENDING_LIMITER;

    private static final Segment[] ALL = values();

    /** The segment that the profile and the reasons of the treatment speak of. */
    public static Segment of(CustomerProfile profile) {
        if (profile.version() == 0) {
            return UNKNOWN;
        }
        List<String> reasons = profile.treatment().reasonCodes();
        for (int i = 0; i < reasons.size(); i++) {
            for (int each = SERVICE_DEMANDER.ordinal(); each < ALL.length; each++) {
                if (ALL[each].name().equals(reasons.get(i))) {
                    return ALL[each];
                }
            }
        }
        return profile.owned().isEmpty() ? PROSPECT : CUSTOMER;
    }
}
