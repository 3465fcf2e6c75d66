package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.kinds.domain.ProductSet;
import io.zugabe.recommendation.kinds.domain.Wishes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Wishes, one by one. */
final class Wish {
    private final List<String> include = new ArrayList<>();
    private final List<Wishes.Boost> boosts = new ArrayList<>();
    private final List<Wishes.Pin> pins = new ArrayList<>();
    private final List<ProductSet> exclude = new ArrayList<>();
    private boolean strict;
    private double minPrice;
    private double maxPrice;
    private double ratio;
    private Wishes.Caps caps = Wishes.Caps.NONE;
    private Wishes.Quality quality = Wishes.Quality.ANY;

    Wish include(String id) {
        include.add(id);
        return this;
    }

    Wish strict() {
        strict = true;
        return this;
    }

    Wish boost(ProductSet products, double factor) {
        boosts.add(new Wishes.Boost(products, factor));
        return this;
    }

    Wish pin(String id, int rank) {
        pins.add(new Wishes.Pin(id, rank));
        return this;
    }

    Wish exclude(ProductSet products) {
        exclude.add(products);
        return this;
    }

    Wish minPrice(double euros) {
        minPrice = euros;
        return this;
    }

    Wish maxPrice(double euros) {
        maxPrice = euros;
        return this;
    }

    Wish ratio(double most) {
        ratio = most;
        return this;
    }

    Wish caps(int brand, int category, int type) {
        caps = new Wishes.Caps(brand, category, type);
        return this;
    }

    Wish quality(double rating, long ratings, boolean notAboveCompetitor) {
        quality = new Wishes.Quality(rating, ratings, notAboveCompetitor);
        return this;
    }

    Wishes done() {
        return new Wishes(
                include,
                strict,
                boosts,
                pins,
                exclude,
                minPrice == 0 ? Optional.empty() : Optional.of(Shop.euros(minPrice)),
                maxPrice == 0 ? Optional.empty() : Optional.of(Shop.euros(maxPrice)),
                ratio,
                caps,
                quality);
    }
}
