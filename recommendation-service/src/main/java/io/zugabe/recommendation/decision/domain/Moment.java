package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Before or after the purchase. What is needed at once is offered before it and, if forgotten, right
 * after it; what is appreciated only in use comes after it: named with the order, to be offered later, and when its
 * time has come wherever the customer is met again beside what it is for.
 */
final class Moment {

    /** A follow-up that comes much later than meant looks like a mistake. */
    private static final Duration WINDOW = Duration.ofDays(60);

    private Moment() {}

    /** Whether a relation's complements may be offered for an anchor here and now. */
    static boolean isRight(Relation relation, Product anchor, Situation situation) {
        return switch (relation.timing()) {
            case BEFORE -> situation.placement() != Placement.FOLLOW_UP;
            case AFTER ->
                switch (situation.placement()) {
                    case THANK_YOU ->
                        situation.products().isHere(anchor) || isDueSincePurchase(relation, anchor, situation);
                    case FOLLOW_UP -> isDue(relation, anchor, situation);
                    case HOME, PRODUCT_PAGE, CART -> isDueSincePurchase(relation, anchor, situation);
                    case CHECKOUT, SERVICE_CALL -> false;
                };
        };
    }

    /**
     * How long after the purchase to offer a candidate; empty: now. Later only if every link says so: what is needed at once
     * for one anchor is needed at once. Follow-ups come when it is due and say since when that was so.
     */
    static Optional<Duration> after(Candidate candidate, Situation situation) {
        @Nullable Duration least = null;
        for (Link link : candidate.links()) {
            if (link.relation().isEmpty() || !isLater(link.relation().get(), link.anchor(), situation)) {
                return Optional.empty();
            }
            Duration delay = link.relation().get().delay();
            least = least == null || delay.compareTo(least) < 0 ? delay : least;
        }
        return Optional.ofNullable(least);
    }

    private static boolean isLater(Relation relation, Product anchor, Situation situation) {
        return relation.timing() == Relation.Timing.AFTER
                && (situation.placement() == Placement.FOLLOW_UP || !isDueSincePurchase(relation, anchor, situation));
    }

    /** An anchor that the request names may have been bought elsewhere: then the caller knows the time. */
    private static boolean isDue(Relation relation, Product anchor, Situation situation) {
        return situation.products().boughtAt(anchor).isEmpty()
                ? situation.products().asked().contains(anchor)
                : isDueSincePurchase(relation, anchor, situation);
    }

    /** Whether the customer has had an anchor for so long, as far as the shop knows, and not for much longer. */
    private static boolean isDueSincePurchase(Relation relation, Product anchor, Situation situation) {
        return situation
                .products()
                .boughtAt(anchor)
                .map(bought -> Duration.between(bought, situation.time()))
                .filter(since -> since.compareTo(relation.delay()) >= 0
                        && since.compareTo(relation.delay().plus(WINDOW)) <= 0)
                .isPresent();
    }
}
