package io.zugabe.segmentation.audience.domain;

/**
 * A trait that was examined.
 *
 * @param shrunkLift the lift, drawn towards 1 the more the less is known
 * @param adjustedPValue corrected for all traits examined
 */
public record Mark(Tally tally, Lift lift, double shrunkLift, double adjustedPValue) {

    private static final double LEVEL = 0.05;

    /** Whether the trait is told apart from chance. */
    public boolean significant() {
        return adjustedPValue <= LEVEL;
    }
}
