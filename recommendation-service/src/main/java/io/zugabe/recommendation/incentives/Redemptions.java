package io.zugabe.recommendation.incentives;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.feedback.domain.TrackedOffer;
import io.zugabe.recommendation.incentives.domain.Incentive;
import io.zugabe.recommendation.incentives.domain.Promise;
import io.zugabe.recommendation.incentives.domain.Refusal;
import java.time.Instant;
import java.util.Optional;

/** What was redeemed. */
public interface Redemptions {

    /** When and in which order what came with an offer was redeemed. */
    Uni<Optional<Redemption>> find(String decision, String product);

    /**
     * Redeems, or finds out whether it could be; what others redeem at the same time is seen.
     *
     * @param dry changes nothing
     */
    Uni<Result> redeem(Wanted wanted, boolean dry);

    /** What is to be redeemed. */
    record Wanted(TrackedOffer offer, Promise promise, Incentive incentive, String order, Instant now) {}

    /**
     * What was redeemed.
     *
     * @param order empty once its person is erased
     */
    record Redemption(String order, Instant time) {}

    /** What came of it. */
    sealed interface Result {

        /** It is redeemed, now or before in the same order; or could be. */
        record Done(Instant time) implements Result {}

        /** It cannot be. */
        record Refused(Refusal why) implements Result {}
    }
}
