package io.zugabe.segmentation.audience.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What is told of a mark: counts as {@link ToldCounts} tells them, ratios with two significant digits, so that
 * the counts cannot be worked out from them.
 *
 * @param buyers who have it; at least the least size
 * @param others who have it; 0 if that is below the least size
 */
public record ToldMark(Mark mark, Marks marks, long buyers, long others) {

    private static final MathContext DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

    /**
     * What is told of a mark.
     *
     * @param question what was asked
     */
    public static ToldMark of(Mark mark, Marks marks, ToldCounts counts, long least, String question) {
        Tally tally = mark.tally();
        String trait = " with " + tally.trait() + question;
        return new ToldMark(
                mark,
                marks,
                counts.tell(tally.buyers(), "buyers" + trait).orElse(least),
                counts.tell(tally.others(), "others" + trait).orElse(0));
    }

    /** Its share among the buyers. */
    public double buyerShare() {
        return rounded((double) mark.tally().buyers() / marks.buyers());
    }

    /** Its share among the others. */
    public double otherShare() {
        return rounded((double) mark.tally().others() / marks.others());
    }

    /** A number with two significant digits. */
    public static double rounded(double number) {
        return Double.isFinite(number) ? new BigDecimal(number).round(DIGITS).doubleValue() : number;
    }
}
