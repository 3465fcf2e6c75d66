package io.zugabe.recommendation.taste.domain;

import java.util.Locale;

/**
 * By which method taste is learned, and why.
 *
 * @param explanation in English
 */
public record Approach(Method method, String explanation) {

    /** What there is to choose from. The names are kept in stored models. */
    public enum Method {
        /** {@link Ease}: better, but takes memory by the square of the number of products. */
        EASE("EASE^R"),
        /** {@link Neighbours}. */
        NEIGHBOURS("item-kNN");

        private final String title;

        Method(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * What limits the choice.
     *
     * @param mostDense products up to which EASE^R is learned
     * @param bytes memory that may be used while learning
     */
    public record Limits(int mostDense, long bytes) {}

    /** EASE^R as long as it fits in time and memory. */
    static Approach choose(int products, Limits limits) {
        long needed = Ease.bytes(products);
        if (products > limits.mostDense()) {
            return new Approach(
                    Method.NEIGHBOURS,
                    format(
                            "%,d products are more than the %,d for which EASE^R is learned",
                            products, limits.mostDense()));
        }
        if (needed > limits.bytes()) {
            return new Approach(
                    Method.NEIGHBOURS,
                    format(
                            "EASE^R would take %,d MB for %,d products, more than the %,d MB that may be used",
                            megabytes(needed), products, megabytes(limits.bytes())));
        }
        return new Approach(
                Method.EASE,
                format("EASE^R, for %,d products are no more than %,d", products, limits.mostDense())
                        + format(" and take %,d MB of %,d", megabytes(needed), megabytes(limits.bytes())));
    }

    private static long megabytes(long bytes) {
        return (bytes + 999_999) / 1_000_000;
    }

    static String format(String sentence, Object... values) {
        return String.format(Locale.ROOT, sentence, values);
    }
}
