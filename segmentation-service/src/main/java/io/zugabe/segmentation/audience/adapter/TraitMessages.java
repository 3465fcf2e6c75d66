package io.zugabe.segmentation.audience.adapter;

import io.zugabe.segmentation.audience.domain.Anchor;
import io.zugabe.segmentation.audience.domain.Trait;
import io.zugabe.segmentation.v1.CustomerTrait;

/** Traits and anchors as messages, and back from messages that were checked. */
public final class TraitMessages {

    private TraitMessages() {}

    /** The message of a trait. */
    public static CustomerTrait message(Trait trait) {
        CustomerTrait.Builder message = CustomerTrait.newBuilder();
        switch (trait) {
            case Trait.TruthIs truth ->
                message.getTruthBuilder().setFeature(truth.feature()).setValue(truth.value());
            case Trait.TextIs text ->
                message.getTextBuilder().setFeature(text.feature()).setValue(text.value());
            case Trait.NumberIn number -> setNumber(message.getNumberBuilder(), number);
            case Trait.InSegment segment -> message.setSegmentId(segment.segmentId());
            case Trait.Viewed viewed -> message.setViewedProductId(viewed.productId());
        }
        return message.build();
    }

    private static void setNumber(CustomerTrait.NumberTrait.Builder message, Trait.NumberIn number) {
        message.setFeature(number.feature());
        if (number.above() != Double.NEGATIVE_INFINITY) {
            message.setAbove(number.above());
        }
        if (number.upTo() != Double.POSITIVE_INFINITY) {
            message.setUpTo(number.upTo());
        }
    }

    /** The trait of a message in which one is set. */
    public static Trait trait(CustomerTrait message) {
        return switch (message.getKindCase()) {
            case TRUTH ->
                new Trait.TruthIs(
                        message.getTruth().getFeature(), message.getTruth().getValue());
            case TEXT ->
                new Trait.TextIs(
                        message.getText().getFeature(), message.getText().getValue());
            case NUMBER -> number(message.getNumber());
            case SEGMENT_ID -> new Trait.InSegment(message.getSegmentId());
            case VIEWED_PRODUCT_ID -> new Trait.Viewed(message.getViewedProductId());
            case KIND_NOT_SET -> throw new IllegalStateException("a trait without a kind was let through");
        };
    }

    private static Trait number(CustomerTrait.NumberTrait number) {
        return new Trait.NumberIn(
                number.getFeature(),
                number.hasAbove() ? number.getAbove() : Double.NEGATIVE_INFINITY,
                number.hasUpTo() ? number.getUpTo() : Double.POSITIVE_INFINITY);
    }

    /** The message of an anchor. */
    public static io.zugabe.segmentation.v1.Anchor message(Anchor anchor) {
        io.zugabe.segmentation.v1.Anchor.Builder message = io.zugabe.segmentation.v1.Anchor.newBuilder();
        return switch (anchor) {
            case Anchor.OfProduct product ->
                message.setProductId(product.productId()).build();
            case Anchor.OfCategory category ->
                message.setCategory(category.category()).build();
            case Anchor.OfCategoryPrefix prefix ->
                message.setCategoryPrefix(prefix.prefix()).build();
        };
    }

    /** The anchor of a message in which one is set. */
    public static Anchor anchor(io.zugabe.segmentation.v1.Anchor message) {
        return switch (message.getKindCase()) {
            case PRODUCT_ID -> new Anchor.OfProduct(message.getProductId());
            case CATEGORY -> new Anchor.OfCategory(message.getCategory());
            case CATEGORY_PREFIX -> new Anchor.OfCategoryPrefix(message.getCategoryPrefix());
            case KIND_NOT_SET -> throw new IllegalStateException("an anchor without a kind was let through");
        };
    }
}
