package io.zugabe.recommendation.kinds.domain;

import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.replica.domain.Product;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a request, or the merchandiser for a placement, wishes to be offered and not to be offered. Wishes narrow
 * and order; none opens a gate.
 *
 * @param include products to consider besides what is found
 * @param strict nothing but the included and pinned products
 * @param maxPriceRatio most that an offer costs, as a share of the dearest product to complement; 0 for no limit
 */
public record Wishes(
        List<String> include,
        boolean strict,
        List<Boost> boosts,
        List<Pin> pins,
        List<ProductSet> exclude,
        Optional<Money> minPrice,
        Optional<Money> maxPrice,
        double maxPriceRatio,
        Caps caps,
        Quality quality) {

    public static final Wishes NONE = new Wishes(
            List.of(),
            false,
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            0,
            Caps.NONE,
            Quality.ANY);

    public Wishes {
        include = List.copyOf(include);
        boosts = List.copyOf(boosts);
        pins = List.copyOf(pins);
        exclude = List.copyOf(exclude);
    }

    /**
     * What counts for more, or for less.
     *
     * @param factor above 1 ranks higher, below 1 lower
     */
    public record Boost(ProductSet products, double factor) {}

    /**
     * A product with a fixed place.
     *
     * @param rank from 1
     */
    public record Pin(String productId, int rank) {}

    /** How many of a kind one list may hold; 0 for no limit. */
    public record Caps(int perBrand, int perCategory, int perType) {
        public static final Caps NONE = new Caps(0, 0, 0);

        /** The tighter of two. */
        public Caps and(Caps other) {
            return new Caps(
                    tighter(perBrand, other.perBrand),
                    tighter(perCategory, other.perCategory),
                    tighter(perType, other.perType));
        }

        private static int tighter(int one, int other) {
            return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
        }
    }

    /** What others say of a product and of its price. */
    public record Quality(double minRating, long minRatings, boolean notAboveCompetitor) {
        public static final Quality ANY = new Quality(0, 0, false);

        /** Whether enough customers rate it well enough. */
        public boolean isRatedEnough(Product product) {
            return minRating == 0 || (product.rating() >= minRating && product.ratings() >= minRatings);
        }

        /** Whether it costs more than a competitor asks, where that is known. */
        public boolean isAboveCompetitor(Product product) {
            double asked = notAboveCompetitor
                    ? TraitValue.of(product, "competitor_price").number()
                    : Double.NaN;
            return product.price().amount() > asked; // false with NaN
        }
    }

    /**
     * Something that the shop promotes.
     *
     * @param start since then; empty: since ever
     * @param end until just before then; empty: for ever
     * @param label what to tell the customer; may be empty
     */
    public record Deal(String productId, Optional<Instant> start, Optional<Instant> end, LocalizedText label) {

        /** Whether it holds at a time. */
        public boolean holds(Instant time) {
            return start.map(from -> !time.isBefore(from)).orElse(true)
                    && end.map(until -> time.isBefore(until)).orElse(true);
        }
    }
}
