package io.zugabe.recommendation.kinds.adapter;

import io.zugabe.recommendation.decision.adapter.MoneyMapping;
import io.zugabe.recommendation.kinds.domain.ProductSet;
import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.v1.Boost;
import io.zugabe.recommendation.v1.Caps;
import io.zugabe.recommendation.v1.Filter;
import io.zugabe.recommendation.v1.Pin;
import io.zugabe.recommendation.v1.Quality;

/** Wishes as they are shown in a trace. */
public final class WishesWriter {

    private WishesWriter() {}

    /** Writes what was wished into a filter. */
    public static void write(Wishes wishes, Filter.Builder message) {
        message.addAllIncludeProductIds(wishes.include())
                .setStrict(wishes.strict())
                .setMaxPriceRatio(wishes.maxPriceRatio());
        wishes.boosts()
                .forEach(boost -> message.addBoosts(
                        Boost.newBuilder().setProducts(set(boost.products())).setFactor(boost.factor())));
        wishes.pins()
                .forEach(pin -> message.addPins(
                        Pin.newBuilder().setProductId(pin.productId()).setRank(pin.rank())));
        wishes.exclude().forEach(products -> message.addExclude(set(products)));
        wishes.minPrice().ifPresent(price -> message.setMinPrice(MoneyMapping.message(price)));
        if (!wishes.caps().equals(Wishes.Caps.NONE)) {
            message.setCaps(Caps.newBuilder()
                    .setPerBrand(wishes.caps().perBrand())
                    .setPerCategory(wishes.caps().perCategory())
                    .setPerType(wishes.caps().perType()));
        }
        if (!wishes.quality().equals(Wishes.Quality.ANY)) {
            message.setQuality(Quality.newBuilder()
                    .setMinRating(wishes.quality().minRating())
                    .setMinRatings(wishes.quality().minRatings())
                    .setNotAboveCompetitor(wishes.quality().notAboveCompetitor()));
        }
    }

    private static io.zugabe.recommendation.v1.ProductSet set(ProductSet products) {
        io.zugabe.recommendation.v1.ProductSet.Builder message = io.zugabe.recommendation.v1.ProductSet.newBuilder();
        return switch (products) {
            case ProductSet.OfId ofId -> message.setProductId(ofId.id()).build();
            case ProductSet.OfType ofType -> message.setType(ofType.type()).build();
            case ProductSet.OfBrand ofBrand -> message.setBrand(ofBrand.brand()).build();
            case ProductSet.OfCategory ofCategory ->
                message.setCategory(String.join(" > ", ofCategory.path())).build();
        };
    }
}
