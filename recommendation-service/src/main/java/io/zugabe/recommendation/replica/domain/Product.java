package io.zugabe.recommendation.replica.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A product as decisions see it.
 *
 * @param number its dense number, 1 or more
 * @param gtin empty if none
 * @param attributes by key, all the texts that the value can be matched by: for 45 W "45" and "45 W";
 *     for a list every entry
 * @param price 0 if not known in the shop's currency; such a product is never offered
 * @param cost cost of goods; empty if unknown
 * @param stock units in stock; {@link #ALWAYS} if stock is not tracked
 * @param rating average in [0, 5]; 0 if there are no ratings
 * @param category from the root
 * @param variantGroup empty if the product has no variants
 * @param fitGroup 0 if its type takes part in no rule
 */
public record Product(
        int number,
        String id,
        String gtin,
        TypePath type,
        String brand,
        String model,
        LocalizedText name,
        Map<String, List<String>> attributes,
        Money price,
        Optional<Money> cost,
        long stock,
        double rating,
        long ratings,
        List<String> category,
        String variantGroup,
        boolean consumable,
        long fitGroup) {

    public static final long ALWAYS = -1;

    /** Attribute: the regions that a product may be sold in. */
    public static final String SALE_REGIONS = "sale_regions";

    /** Attribute: the age from which on people may buy a product. */
    public static final String MINIMUM_AGE = "minimum_age";

    private static final double PRIOR_RATING = 3.5;
    private static final double PRIOR_RATINGS = 10;

    /** By the number alone: products are kept in sets, and their attributes are many. */
    @Override
    public int hashCode() {
        return number;
    }

    public boolean inStock() {
        return stock != 0;
    }

    /** Whether it may be sold only to people of an age or in some regions. */
    public boolean isRestricted() {
        return attributes.containsKey(MINIMUM_AGE) || attributes.containsKey(SALE_REGIONS);
    }

    /** Whether two products are variants of one another; a product is no variant of itself. */
    public boolean isVariantOf(Product other) {
        return number != other.number && !variantGroup.isEmpty() && variantGroup.equals(other.variantGroup);
    }

    /** The average rating, drawn towards a usual one the fewer ratings there are (Bayesian average). */
    public double shrunkRating() {
        return (rating * ratings + PRIOR_RATING * PRIOR_RATINGS) / (ratings + PRIOR_RATINGS);
    }

    /** How well the product does in general, to choose from many: what sells and is rated well comes first. */
    public double appeal(double popularity) {
        return Math.log1p(popularity) + shrunkRating();
    }
}
