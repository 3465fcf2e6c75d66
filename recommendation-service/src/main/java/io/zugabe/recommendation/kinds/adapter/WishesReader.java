package io.zugabe.recommendation.kinds.adapter;

import com.google.type.Money;
import io.zugabe.kit.error.Violations;
import io.zugabe.recommendation.decision.adapter.MoneyMapping;
import io.zugabe.recommendation.kinds.domain.ProductSet;
import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.v1.Boost;
import io.zugabe.recommendation.v1.Caps;
import io.zugabe.recommendation.v1.Filter;
import io.zugabe.recommendation.v1.Pin;
import io.zugabe.recommendation.v1.PlacementRules;
import io.zugabe.recommendation.v1.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads wishes field by field, noting every field that is wrong. */
public final class WishesReader {

    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");
    private static final String PRODUCT_FORM = "must be 1 to 100 characters of [A-Za-z0-9._:/-]";
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_]{1,60}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int LONGEST_BRAND = 200;
    private static final int LONGEST_CATEGORY = 1_000;
    private static final int MOST_INCLUDED = 100;
    private static final int MOST_SETS = 50;
    private static final int MOST_RULES = 200;
    private static final int MOST_PINS = 20;
    private static final int LAST_RANK = 100;
    private static final double LEAST_FACTOR = 0.01;
    private static final double LARGEST_FACTOR = 100;
    private static final double LARGEST_RATIO = 1_000;
    private static final double BEST_RATING = 5;
    private static final long LARGEST_AMOUNT = 1_000_000_000_000L;

    private final Violations violations;

    private WishesReader(Violations violations) {
        this.violations = violations;
    }

    /** The wishes of a request's filter, its highest price apart. */
    public static Wishes read(Filter filter, Violations violations) {
        if (filter.equals(Filter.getDefaultInstance())) {
            return Wishes.NONE;
        }
        WishesReader reader = new WishesReader(violations);
        if (violations.checkSize("include_product_ids", filter.getIncludeProductIdsList(), 0, MOST_INCLUDED)) {
            for (int i = 0; i < filter.getIncludeProductIdsCount(); i++) {
                reader.checkProduct("include_product_ids[" + i + "]", filter.getIncludeProductIds(i));
            }
        }
        return new Wishes(
                filter.getIncludeProductIdsList(),
                filter.getStrict(),
                reader.boosts(filter.getBoostsList(), MOST_SETS),
                reader.pins(filter.getPinsList()),
                reader.sets(filter.getExcludeList(), MOST_SETS),
                reader.money("min_price", filter.hasMinPrice(), filter.getMinPrice()),
                Optional.empty(),
                reader.ratio(filter.getMaxPriceRatio()),
                reader.caps(filter.getCaps()),
                reader.quality(filter.getQuality()));
    }

    /** The wishes of a placement's rules. */
    public static Wishes read(PlacementRules rules, Violations violations) {
        WishesReader reader = new WishesReader(violations);
        return new Wishes(
                List.of(),
                false,
                reader.boosts(rules.getBoostsList(), MOST_RULES),
                reader.pins(rules.getPinsList()),
                reader.sets(rules.getExcludeList(), MOST_RULES),
                reader.money("min_price", rules.hasMinPrice(), rules.getMinPrice()),
                reader.money("max_price", rules.hasMaxPrice(), rules.getMaxPrice()),
                reader.ratio(rules.getMaxPriceRatio()),
                reader.caps(rules.getCaps()),
                reader.quality(rules.getQuality()));
    }

    private void checkProduct(String field, String id) {
        violations.checkPattern(field, id, PRODUCT, PRODUCT_FORM);
    }

    private List<Wishes.Boost> boosts(List<Boost> messages, int most) {
        List<Wishes.Boost> boosts = new ArrayList<>();
        if (violations.checkSize("boosts", messages, 0, most)) {
            for (int i = 0; i < messages.size(); i++) {
                Violations fields = violations.at("boosts[" + i + "]");
                double factor = messages.get(i).getFactor();
                fields.check(
                        factor >= LEAST_FACTOR && factor <= LARGEST_FACTOR, "factor", factor, "must be 0.01 to 100");
                set(messages.get(i).getProducts(), fields, "products")
                        .ifPresent(products -> boosts.add(new Wishes.Boost(products, factor)));
            }
        }
        return boosts;
    }

    private List<Wishes.Pin> pins(List<Pin> messages) {
        List<Wishes.Pin> pins = new ArrayList<>();
        if (violations.checkSize("pins", messages, 0, MOST_PINS)) {
            for (int i = 0; i < messages.size(); i++) {
                checkProduct("pins[" + i + "].product_id", messages.get(i).getProductId());
                violations.checkRange("pins[" + i + "].rank", messages.get(i).getRank(), 1, LAST_RANK);
                pins.add(new Wishes.Pin(
                        messages.get(i).getProductId(),
                        Math.max(1, messages.get(i).getRank())));
            }
        }
        return pins;
    }

    private List<ProductSet> sets(List<io.zugabe.recommendation.v1.ProductSet> messages, int most) {
        List<ProductSet> sets = new ArrayList<>();
        if (violations.checkSize("exclude", messages, 0, most)) {
            for (int i = 0; i < messages.size(); i++) {
                set(messages.get(i), violations, "exclude[" + i + "]").ifPresent(sets::add);
            }
        }
        return sets;
    }

    private static Optional<ProductSet> set(
            io.zugabe.recommendation.v1.ProductSet message, Violations outer, String field) {
        Violations fields = outer.at(field);
        return switch (message.getByCase()) {
            case PRODUCT_ID -> {
                fields.checkPattern("product_id", message.getProductId(), PRODUCT, PRODUCT_FORM);
                yield Optional.of(new ProductSet.OfId(message.getProductId()));
            }
            case TYPE -> {
                fields.checkPattern("type", message.getType(), TYPE, "must be 1 to 60 characters of [a-z0-9_]");
                yield Optional.of(new ProductSet.OfType(message.getType()));
            }
            case BRAND -> {
                fields.checkLength("brand", message.getBrand(), 1, LONGEST_BRAND);
                yield Optional.of(new ProductSet.OfBrand(message.getBrand()));
            }
            case CATEGORY -> {
                fields.checkLength("category", message.getCategory(), 1, LONGEST_CATEGORY);
                yield Optional.of(
                        new ProductSet.OfCategory(List.of(message.getCategory().split(" > ", -1))));
            }
            case BY_NOT_SET -> {
                outer.add(field, "is required: a product_id, type, brand or category");
                yield Optional.empty();
            }
        };
    }

    private Optional<io.zugabe.recommendation.replica.domain.Money> money(String field, boolean present, Money money) {
        if (!present) {
            return Optional.empty();
        }
        Violations fields = violations.at(field);
        boolean holds =
                fields.checkPattern("currency_code", money.getCurrencyCode(), CURRENCY, "must be an ISO 4217 code")
                        & fields.checkRange("units", money.getUnits(), 0, LARGEST_AMOUNT)
                        & fields.checkRange("nanos", money.getNanos(), 0, 999_999_999);
        return holds ? Optional.of(MoneyMapping.money(money)) : Optional.empty();
    }

    private double ratio(double ratio) {
        violations.check(
                ratio >= 0 && ratio <= LARGEST_RATIO, "max_price_ratio", ratio, "must be 0 (no limit) to 1,000");
        return ratio;
    }

    private Wishes.Caps caps(Caps caps) {
        Violations fields = violations.at("caps");
        fields.checkRange("per_brand", caps.getPerBrand(), 0, LAST_RANK);
        fields.checkRange("per_category", caps.getPerCategory(), 0, LAST_RANK);
        fields.checkRange("per_type", caps.getPerType(), 0, LAST_RANK);
        return new Wishes.Caps(caps.getPerBrand(), caps.getPerCategory(), caps.getPerType());
    }

    private Wishes.Quality quality(Quality quality) {
        Violations fields = violations.at("quality");
        double rating = quality.getMinRating();
        fields.check(rating >= 0 && rating <= BEST_RATING, "min_rating", rating, "must be 0 to 5");
        fields.checkRange("min_ratings", quality.getMinRatings(), 0, Long.MAX_VALUE);
        return new Wishes.Quality(rating, quality.getMinRatings(), quality.getNotAboveCompetitor());
    }
}
