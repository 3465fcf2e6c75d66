package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.kinds.domain.PlacementRules;
import io.zugabe.recommendation.kinds.domain.ProductSet;
import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.replica.domain.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Part of stage 4: what the request and the merchandiser's rules of the placement wish. Asked while candidates
 * are gathered, so that what is filtered takes nobody's place.
 */
final class Filters {

    private final OfferRequest request;
    private final PlacementRules rules;
    private final Wishes asked;
    private final Wishes set;
    private final long dearestAnchor;
    private final Wishes.Caps caps;

    Filters(Situation situation) {
        request = situation.request();
        rules = situation.rules();
        asked = request.filter().wishes();
        set = rules.wishes();
        caps = asked.caps().and(set.caps());
        long dearest = 0;
        for (Product anchor : situation.products().anchors()) {
            dearest = Math.max(dearest, anchor.price().micros());
        }
        dearestAnchor = dearest;
    }

    /** How many of a kind the list may hold. */
    Wishes.Caps caps() {
        return caps;
    }

    /** Whether the list holds only so many of a brand, category or type. */
    boolean isCapped() {
        return !caps.equals(Wishes.Caps.NONE);
    }

    /** Why nothing of a kind is offered here; empty if it may be. */
    Optional<Drop> judge(OfferKind kind) {
        return rules.kinds().isEmpty() || rules.kinds().contains(kind.name())
                ? Optional.empty()
                : Optional.of(Drop.KIND_NOT_HERE);
    }

    /** Why a product is not wished for; empty if nothing speaks against it. */
    Optional<Drop> judge(Product product, OfferKind kind) {
        Optional<Drop> byKind = judge(kind);
        if (byKind.isPresent()) {
            return byKind;
        }
        if (asked.strict() && !isIncluded(product.id())) {
            return Optional.of(Drop.NOT_INCLUDED);
        }
        if (holds(asked.exclude(), product) || holds(set.exclude(), product)) {
            return Optional.of(Drop.EXCLUDED);
        }
        if (!asked.quality().isRatedEnough(product) || !set.quality().isRatedEnough(product)) {
            return Optional.of(Drop.RATED_TOO_LOW);
        }
        if (asked.quality().isAboveCompetitor(product) || set.quality().isAboveCompetitor(product)) {
            return Optional.of(Drop.ABOVE_COMPETITOR);
        }
        return product.isRestricted() ? byLaw(product) : Optional.empty();
    }

    /** Whether products themselves have to be looked at, and not only what their rows say. */
    boolean looksAtProducts() {
        return asked.strict()
                || !asked.exclude().isEmpty()
                || !set.exclude().isEmpty()
                || !asked.quality().equals(Wishes.Quality.ANY)
                || !set.quality().equals(Wishes.Quality.ANY);
    }

    /** Least that an offer has to cost, in micros. */
    long least() {
        return Math.max(micros(asked.minPrice(), 0), micros(set.minPrice(), 0));
    }

    /** Most that something may cost beside what is bought, in micros. */
    long most() {
        long most =
                Math.min(micros(request.filter().maxPrice(), Long.MAX_VALUE), micros(set.maxPrice(), Long.MAX_VALUE));
        return Math.min(most, Math.min(byRatio(asked.maxPriceRatio()), byRatio(set.maxPriceRatio())));
    }

    /** Micros above this are above the ratio: both are whole numbers, one of them rounded down. */
    private long byRatio(double ratio) {
        return ratio > 0 && dearestAnchor > 0 ? (long) (dearestAnchor * ratio) : Long.MAX_VALUE;
    }

    /** Why the price of an offer is not wished for; empty if nothing speaks against it. */
    Optional<Drop> judgePrice(long micros, OfferKind kind) {
        if (kind == OfferKind.SAMPLE) {
            return Optional.empty();
        }
        if (micros < least()) {
            return Optional.of(Drop.BELOW_MIN_PRICE);
        }
        if (micros > micros(request.filter().maxPrice(), Long.MAX_VALUE)
                || micros > micros(set.maxPrice(), Long.MAX_VALUE)) {
            return Optional.of(Drop.ABOVE_MAX_PRICE);
        }
        boolean besides = kind == OfferKind.ADD_ON || kind == OfferKind.SERVICE;
        return besides && micros > most() ? Optional.of(Drop.ABOVE_PRICE_RATIO) : Optional.empty();
    }

    private static long micros(Optional<Money> limit, long without) {
        return limit.isPresent() ? limit.get().micros() : without;
    }

    /** What may not be sold everywhere is not offered where nobody knows where that is. */
    private Optional<Drop> byLaw(Product product) {
        List<String> age = product.attributes().get(Product.MINIMUM_AGE);
        if (age != null && !age.isEmpty() && !isOldEnough(age.getFirst())) {
            return Optional.of(Drop.MINIMUM_AGE);
        }
        List<String> regions = product.attributes().get(Product.SALE_REGIONS);
        String here = request.circumstances().region();
        if (regions == null || regions.isEmpty() || regions.contains(here)) {
            return Optional.empty();
        }
        int dash = here.indexOf('-');
        return dash > 0 && regions.contains(here.substring(0, dash))
                ? Optional.empty()
                : Optional.of(Drop.NOT_IN_REGION);
    }

    /** A limit that cannot be read is above every age. */
    private boolean isOldEnough(String limit) {
        try {
            return request.filter().customerAge() >= Double.parseDouble(limit);
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static boolean holds(List<ProductSet> sets, Product product) {
        for (ProductSet each : sets) {
            if (each.has(product)) {
                return true;
            }
        }
        return false;
    }

    private boolean isIncluded(String id) {
        return asked.include().contains(id) || rank(asked.pins(), id) > 0 || rank(set.pins(), id) > 0;
    }

    /** What the key of a product is multiplied by. */
    double factor(Product product) {
        return factor(asked.boosts(), product) * factor(set.boosts(), product);
    }

    private static double factor(List<Wishes.Boost> boosts, Product product) {
        double factor = 1;
        for (Wishes.Boost boost : boosts) {
            if (boost.products().has(product)) {
                factor *= boost.factor();
            }
        }
        return factor;
    }

    /** Whether anything counts for more or for less than its value. */
    boolean hasBoosts() {
        return !asked.boosts().isEmpty() || !set.boosts().isEmpty();
    }

    /** Ids of what is to be considered whatever else is found: included or pinned. */
    List<String> considered() {
        if (asked.include().isEmpty() && !hasPins()) {
            return List.of();
        }
        List<String> ids = new ArrayList<>(asked.include());
        asked.pins().forEach(pin -> ids.add(pin.productId()));
        set.pins().forEach(pin -> ids.add(pin.productId()));
        return ids;
    }

    /** Whether any product has a fixed place. */
    boolean hasPins() {
        return !asked.pins().isEmpty() || !set.pins().isEmpty();
    }

    /** The fixed place of a product, from 1; 0 if it has none. The request's pins count before the placement's. */
    int pinned(Product product) {
        int rank = rank(asked.pins(), product.id());
        return rank > 0 ? rank : rank(set.pins(), product.id());
    }

    /** Whether a product has a fixed place. */
    boolean isPinned(Product product) {
        return hasPins() && pinned(product) > 0;
    }

    private static int rank(List<Wishes.Pin> pins, String id) {
        for (Wishes.Pin pin : pins) {
            if (pin.productId().equals(id)) {
                return pin.rank();
            }
        }
        return 0;
    }
}
