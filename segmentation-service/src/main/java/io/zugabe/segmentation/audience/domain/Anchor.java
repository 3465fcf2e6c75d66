package io.zugabe.segmentation.audience.domain;

import io.zugabe.segmentation.profile.domain.CategorySum;
import io.zugabe.segmentation.profile.domain.Product;
import io.zugabe.segmentation.profile.domain.Profile;
import java.util.stream.Stream;

/** What was bought: the X of "what marks the buyers of X". */
public sealed interface Anchor {

    /** The feature with the names of categories bought from. */
    String CATEGORIES = "bought_categories";

    /** Whether somebody has it. */
    Holding holding(Profile profile);

    /** Whether a trait says no more than that somebody bought it. */
    boolean repeatedBy(Trait trait);

    /** One product. */
    record OfProduct(String productId) implements Anchor {

        @Override
        public Holding holding(Profile profile) {
            Product product = profile.products().get(productId);
            if (product == null || product.orders() == 0) {
                return Holding.NEVER;
            }
            return product.owned() > 0 ? Holding.OWNS : Holding.RETURNED;
        }

        @Override
        public boolean repeatedBy(Trait trait) {
            return trait instanceof Trait.Viewed viewed && viewed.productId().equals(productId);
        }
    }

    /** The products of one category. */
    record OfCategory(String category) implements Anchor {

        @Override
        public Holding holding(Profile profile) {
            CategorySum sum = profile.categories().get(category);
            return sum == null ? Holding.NEVER : held(Stream.of(sum));
        }

        @Override
        public boolean repeatedBy(Trait trait) {
            return trait instanceof Trait.TextIs text
                    && text.feature().equals(CATEGORIES)
                    && text.value().equals(category);
        }
    }

    /** The products of all categories whose names begin alike. */
    record OfCategoryPrefix(String prefix) implements Anchor {

        @Override
        public Holding holding(Profile profile) {
            return held(profile.categories().tailMap(prefix).entrySet().stream()
                    .takeWhile(entry -> entry.getKey().startsWith(prefix))
                    .map(java.util.Map.Entry::getValue));
        }

        @Override
        public boolean repeatedBy(Trait trait) {
            return trait instanceof Trait.TextIs text
                    && text.feature().equals(CATEGORIES)
                    && text.value().startsWith(prefix);
        }
    }

    /** Lines without a price count as kept: nothing says what came back of them. */
    private static Holding held(Stream<CategorySum> sums) {
        boolean bought = false;
        for (CategorySum sum : sums.toList()) {
            if (sum.orders() > 0 && (sum.net() > 0 || sum.paid() == 0)) {
                return Holding.OWNS;
            }
            bought |= sum.orders() > 0;
        }
        return bought ? Holding.RETURNED : Holding.NEVER;
    }
}
