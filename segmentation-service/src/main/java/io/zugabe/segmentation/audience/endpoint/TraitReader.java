package io.zugabe.segmentation.audience.endpoint;

import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.feature.CurrentFeatures;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.log.KnownProducts;
import io.zugabe.segmentation.v1.Anchor;
import io.zugabe.segmentation.v1.CustomerTrait;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks traits and anchors of requests. */
@Singleton
class TraitReader {

    static final Pattern SEGMENT = Pattern.compile("[a-z0-9_-]{1,60}");
    static final String SEGMENT_FORM = "must be 1 to 60 characters of [a-z0-9_-]";
    private static final int LONGEST_PRODUCT = 100;
    private static final int LONGEST_CATEGORY = 200;
    private static final int LONGEST_TEXT = 1_000;
    private static final Set<Feature.Type> TEXTS = Set.of(Feature.Type.TEXT, Feature.Type.TEXTS);

    private final CurrentFeatures features;
    private final KnownProducts products;

    TraitReader(CurrentFeatures features, KnownProducts products) {
        this.features = features;
        this.products = products;
    }

    /** Notes what is wrong with an anchor. */
    void checkAnchor(Anchor anchor, String field, Violations violations) {
        Violations at = violations.at(field);
        switch (anchor.getKindCase()) {
            case PRODUCT_ID -> checkProduct(anchor.getProductId(), "product_id", at);
            case CATEGORY -> at.checkLength("category", anchor.getCategory(), 1, LONGEST_CATEGORY);
            case CATEGORY_PREFIX -> at.checkLength("category_prefix", anchor.getCategoryPrefix(), 1, LONGEST_CATEGORY);
            case KIND_NOT_SET -> violations.add(field, "is required: a product_id, category or category_prefix");
        }
    }

    /** Notes what is wrong with traits. */
    void check(List<CustomerTrait> traits, String field, int most, Violations violations) {
        violations.checkSize(field, traits, 0, most);
        for (int i = 0; i < traits.size() && i < most; i++) {
            check(traits.get(i), field + "[" + i + "]", violations);
        }
    }

    private void check(CustomerTrait trait, String field, Violations violations) {
        Violations at = violations.at(field);
        switch (trait.getKindCase()) {
            case TRUTH -> checkFeature(trait.getTruth().getFeature(), Set.of(Feature.Type.TRUTH), at, "truth.feature");
            case TEXT -> {
                checkFeature(trait.getText().getFeature(), TEXTS, at, "text.feature");
                at.checkLength("text.value", trait.getText().getValue(), 1, LONGEST_TEXT);
                checkValue(trait.getText(), at);
            }
            case NUMBER -> checkNumber(trait.getNumber(), at);
            case SEGMENT_ID -> at.checkPattern("segment_id", trait.getSegmentId(), SEGMENT, SEGMENT_FORM);
            case VIEWED_PRODUCT_ID -> checkProduct(trait.getViewedProductId(), "viewed_product_id", at);
            case KIND_NOT_SET -> violations.add(field, "must be a truth, text, number, segment or viewed product");
        }
    }

    /** Nobody has bought a product of a misspelled id: everybody would seem to lack it. */
    private void checkProduct(String id, String field, Violations at) {
        if (at.checkLength(field, id, 1, LONGEST_PRODUCT)) {
            at.check(
                    products.mayExist(id),
                    field,
                    id,
                    "is no product of the catalog; of one that is no longer in it, take the category");
        }
    }

    private void checkValue(CustomerTrait.TextTrait trait, Violations at) {
        features.now()
                .find(trait.getFeature())
                .filter(found -> !found.mayBe(trait.getValue()))
                .ifPresent(found -> at.check(
                        false,
                        "text.value",
                        trait.getValue(),
                        "is no value of " + found.name() + "; must be one of " + String.join(", ", found.values())));
    }

    private void checkNumber(CustomerTrait.NumberTrait number, Violations at) {
        checkFeature(number.getFeature(), Set.of(Feature.Type.NUMBER), at, "number.feature");
        at.check(!Double.isNaN(number.getAbove()), "number.above", number.getAbove(), "must be a number");
        at.check(!Double.isNaN(number.getUpTo()), "number.up_to", number.getUpTo(), "must be a number");
        at.check(
                !number.hasAbove() || !number.hasUpTo() || number.getAbove() < number.getUpTo(),
                "number.above",
                number.getAbove(),
                "must be below up_to, " + number.getUpTo());
    }

    private void checkFeature(String name, Set<Feature.Type> types, Violations at, String field) {
        Optional<Feature> feature = features.now().find(name);
        at.check(feature.isPresent(), field, name, "is no feature; ListFeatures has them all");
        feature.ifPresent(
                found -> at.check(types.contains(found.type()), field, name, "is a feature of type " + found.type()));
    }
}
