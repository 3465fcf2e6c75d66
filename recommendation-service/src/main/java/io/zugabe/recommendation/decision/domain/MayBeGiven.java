package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.customer.domain.CustomerProfile;
import io.zugabe.recommendation.feedback.domain.Segment;
import io.zugabe.recommendation.incentives.domain.Audience;
import io.zugabe.recommendation.incentives.domain.Incentive;
import io.zugabe.recommendation.incentives.domain.IncentiveType;
import io.zugabe.recommendation.incentives.domain.LiveIncentive;
import org.jspecify.annotations.Nullable;

/** Part of stage 7: whether a customer may be given an incentive here and now, whatever is offered. */
final class MayBeGiven {

    private final Situation situation;
    private final CustomerProfile profile;
    private final Segment segment;
    private final long mark;

    MayBeGiven(Situation situation) {
        this.situation = situation;
        this.profile = situation.customer().profile();
        this.segment = Segment.of(profile);
        OfferRequest request = situation.request();
        this.mark = LiveIncentive.mark(
                request.customerId().isEmpty() ? "v:" + request.visitorId() : "c:" + request.customerId());
    }

    /** Why not; null if it may. */
    @Nullable
    NoIncentive refusal(LiveIncentive live) {
        Incentive incentive = live.incentive();
        if (!profile.treatment().incentives().contains(incentive.type().treatment())) {
            return NoIncentive.TREATMENT;
        }
        if (segment == Segment.PROMOTION_MAXIMIZER) {
            return NoIncentive.BUYS_AT_DISCOUNT_ONLY;
        }
        if (situation.time().isBefore(incentive.begin()) || !situation.time().isBefore(incentive.end())) {
            return NoIncentive.NOT_VALID_NOW;
        }
        if (!live.open()) {
            return NoIncentive.NO_BUDGET;
        }
        NoIncentive audience = refusal(incentive.audience(), incentive.type());
        return audience == null && live.usedUp().contains(mark) ? NoIncentive.CUSTOMER_LIMIT : audience;
    }

    private @Nullable NoIncentive refusal(Audience audience, IncentiveType type) {
        if (!audience.placements().isEmpty()
                && !audience.placements().contains(situation.placement().name())) {
            return NoIncentive.PLACEMENT;
        }
        if ((audience.membersOnly() || type == IncentiveType.MEMBER_PRICE) && !profile.member()) {
            return NoIncentive.NOT_A_MEMBER;
        }
        if (!audience.customerTypes().isEmpty() && !audience.customerTypes().contains(segment.name())) {
            return NoIncentive.CUSTOMER_TYPE;
        }
        if (!audience.segments().isEmpty() && !isInOneOf(audience)) {
            return NoIncentive.SEGMENT;
        }
        return null;
    }

    private boolean isInOneOf(Audience audience) {
        for (String id : profile.segments()) {
            if (audience.segments().contains(id)) {
                return true;
            }
        }
        return false;
    }
}
