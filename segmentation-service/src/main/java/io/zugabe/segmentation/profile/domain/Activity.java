package io.zugabe.segmentation.profile.domain;

/** Numbers of events by kind. */
public record Activity(
        long views,
        long searches,
        long cartAdditions,
        long cartRemovals,
        long checkouts,
        long reviews,
        long promotions) {

    static final Activity NONE = new Activity(0, 0, 0, 0, 0, 0, 0);
    static final Activity VIEW = new Activity(1, 0, 0, 0, 0, 0, 0);
    static final Activity SEARCH = new Activity(0, 1, 0, 0, 0, 0, 0);
    static final Activity CART_ADDITION = new Activity(0, 0, 1, 0, 0, 0, 0);
    static final Activity CART_REMOVAL = new Activity(0, 0, 0, 1, 0, 0, 0);
    static final Activity CHECKOUT = new Activity(0, 0, 0, 0, 1, 0, 0);
    static final Activity REVIEW = new Activity(0, 0, 0, 0, 0, 1, 0);
    static final Activity PROMOTION = new Activity(0, 0, 0, 0, 0, 0, 1);

    Activity merge(Activity other) {
        return new Activity(
                Sums.sum(views, other.views),
                Sums.sum(searches, other.searches),
                Sums.sum(cartAdditions, other.cartAdditions),
                Sums.sum(cartRemovals, other.cartRemovals),
                Sums.sum(checkouts, other.checkouts),
                Sums.sum(reviews, other.reviews),
                Sums.sum(promotions, other.promotions));
    }
}
