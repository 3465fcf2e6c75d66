package io.zugabe.segmentation.profile.domain;

import io.zugabe.segmentation.profile.domain.Happening.Line;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A number that events add to: the one place that says how. Amounts are in 1/10,000 of the shop's
 * currency. New ones go to the end: profiles are stored by place.
 */
public enum Measure {
    /** Product views. */
    VIEWS(Unit.EVENTS, events(Happening.Viewed.class)),
    /** Searches. */
    SEARCHES(Unit.EVENTS, events(Happening.Searched.class)),
    /** Times something was put in the cart. */
    CART_ADDITIONS(Unit.EVENTS, events(Happening.CartFilled.class)),
    /** Times something was taken out of the cart. */
    CART_REMOVALS(Unit.EVENTS, events(Happening.CartEmptied.class)),
    /** Checkouts begun. */
    CHECKOUTS(Unit.EVENTS, events(Happening.CheckoutBegun.class)),
    /** Orders. */
    ORDERS(Unit.EVENTS, events(Happening.Purchased.class)),
    /** Units bought. */
    UNITS(Unit.UNITS, bought(Line::quantity)),
    /** Sales at prices before discount. */
    GROSS_SALES(Unit.MONEY, bought(Line::gross)),
    /** Discounts. */
    DISCOUNTS(Unit.MONEY, bought(Line::reduction)),
    /** Sales after discount, returns not subtracted. */
    PAID(Unit.MONEY, bought(Line::paid)),
    /** Cost of the units whose cost is known. */
    COST(Unit.MONEY, bought(Line::knownCost)),
    /** Sales after discount of the units whose cost is known. */
    COSTED_SALES(Unit.MONEY, bought(line -> line.cost() == null ? 0 : line.paid())),
    /** Sales after discount of orders with any discount. */
    DISCOUNTED_SALES(Unit.MONEY, Measure::discountedSales),
    /** Returns. */
    RETURNS(Unit.EVENTS, events(Happening.Returned.class)),
    /** Units returned. */
    RETURNED_UNITS(Unit.UNITS, returned(Line::quantity)),
    /** Value of what was returned, at prices paid. */
    RETURNED_SALES(Unit.MONEY, returned(Line::paid)),
    /** Service cases opened. */
    CASES(Unit.EVENTS, events(Happening.CaseOpened.class)),
    /** What solved cases cost. */
    SERVICE_COST(Unit.MONEY, what -> what instanceof Happening.CaseResolved resolved ? resolved.cost() : 0),
    /** Promotions redeemed. */
    PROMOTIONS(Unit.EVENTS, events(Happening.PromotionRedeemed.class)),
    /** Reviews. */
    REVIEWS(Unit.EVENTS, events(Happening.Reviewed.class)),
    /** Times offers were shown. */
    OFFERS_SHOWN(Unit.EVENTS, events(Happening.OffersShown.class)),
    /** Offers clicked. */
    OFFERS_CLICKED(Unit.EVENTS, events(Happening.OfferClicked.class)),
    /** Offers added to the cart. */
    OFFERS_ADDED(Unit.EVENTS, events(Happening.OfferAdded.class)),
    /** Offers dismissed. */
    OFFERS_DISMISSED(Unit.EVENTS, events(Happening.OfferDismissed.class));

    private final Unit unit;
    private final ToLongFunction<Happening> rule;

    Measure(Unit unit, ToLongFunction<Happening> rule) {
        this.unit = unit;
        this.rule = rule;
    }

    /** What a measure counts. */
    public enum Unit {
        /** Events. */
        EVENTS,
        /** Units of products. */
        UNITS,
        /** 1/10,000 of the shop's currency. */
        MONEY
    }

    /** What the measure counts. */
    public Unit unit() {
        return unit;
    }

    /** What one event adds, 0 or more. */
    public long of(Happening what) {
        return rule.applyAsLong(what);
    }

    private static ToLongFunction<Happening> events(Class<? extends Happening> kind) {
        return what -> kind.isInstance(what) ? 1 : 0;
    }

    private static ToLongFunction<Happening> bought(ToLongFunction<Line> value) {
        return what -> what instanceof Happening.Purchased purchased ? sum(purchased.lines(), value) : 0;
    }

    private static ToLongFunction<Happening> returned(ToLongFunction<Line> value) {
        return what -> what instanceof Happening.Returned returned ? sum(returned.lines(), value) : 0;
    }

    private static long discountedSales(Happening what) {
        return DISCOUNTS.of(what) > 0 ? PAID.of(what) : 0;
    }

    private static long sum(List<Line> lines, ToLongFunction<Line> value) {
        long sum = 0;
        for (Line line : lines) {
            sum = Sums.sum(sum, value.applyAsLong(line));
        }
        return sum;
    }
}
