package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import java.time.Duration;

/**
 * Before or after the purchase. What is needed at once is offered before it and, if forgotten, right
 * after it; what is appreciated only in use comes after it, when its time has come.
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
                    case THANK_YOU -> true;
                    case FOLLOW_UP -> isDue(relation, anchor, situation);
                    case HOME, PRODUCT_PAGE, CART, CHECKOUT, SERVICE_CALL -> false;
                };
        };
    }

    /** An anchor that the request names may have been bought elsewhere: then the caller knows the time. */
    private static boolean isDue(Relation relation, Product anchor, Situation situation) {
        return situation
                .products()
                .boughtAt(anchor)
                .map(bought -> Duration.between(bought, situation.time()))
                .map(since -> since.compareTo(relation.delay()) >= 0
                        && since.compareTo(relation.delay().plus(WINDOW)) <= 0)
                .orElseGet(() -> situation.products().asked().contains(anchor));
    }
}
