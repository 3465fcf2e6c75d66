package io.zugabe.segmentation.audience.domain;

import io.zugabe.segmentation.feature.domain.FeatureValue;

/** Something that can be true of a customer. What is not known is not true. */
public sealed interface Trait {

    /** Whether it is true of somebody. */
    boolean holds(Candidate candidate);

    /** What it is about: traits about the same thing say nearly the same. */
    String about();

    /** A truth value. */
    record TruthIs(String feature, boolean value) implements Trait {
        @Override
        public boolean holds(Candidate candidate) {
            return candidate.features().values().get(feature) instanceof FeatureValue.Truth truth
                    && truth.holds() == value;
        }

        @Override
        public String about() {
            return feature;
        }
    }

    /** A text, or one of several. */
    record TextIs(String feature, String value) implements Trait {
        @Override
        public boolean holds(Candidate candidate) {
            FeatureValue known = candidate.features().values().get(feature);
            return known instanceof FeatureValue.Text text && text.text().equals(value)
                    || known instanceof FeatureValue.Texts texts
                            && texts.texts().contains(value);
        }

        /** Each category is about something of its own. */
        @Override
        public String about() {
            return feature.equals(Anchor.CATEGORIES) ? feature + "=" + value : feature;
        }
    }

    /**
     * A number in a range.
     *
     * @param above exclusive; negative infinity for no bound
     * @param upTo inclusive; positive infinity for no bound
     */
    record NumberIn(String feature, double above, double upTo) implements Trait {
        @Override
        public boolean holds(Candidate candidate) {
            return candidate.features().values().get(feature) instanceof FeatureValue.Number number
                    && number.value() > above
                    && number.value() <= upTo;
        }

        @Override
        public String about() {
            return feature;
        }
    }

    /** Being in a segment. */
    record InSegment(String segmentId) implements Trait {
        @Override
        public boolean holds(Candidate candidate) {
            return candidate.segments().contains(segmentId);
        }

        @Override
        public String about() {
            return "segment " + segmentId;
        }
    }

    /** A product looked at or put in the cart recently. */
    record Viewed(String productId) implements Trait {
        @Override
        public boolean holds(Candidate candidate) {
            return candidate.profile().recent().entries().containsKey(productId);
        }

        @Override
        public String about() {
            return "product " + productId;
        }
    }
}
