package io.zugabe.statistics;

import java.util.Optional;

/**
 * Whether two experiments that overlap disturb each other: the effect of one among units in the other's treatment, less
 * its effect among those in the other's control.
 */
public final class Interaction {

    private Interaction() {}

    /**
     * The difference of differences.
     *
     * @param neither units in both controls
     * @param first in the first one's treatment alone
     * @param second in the second one's treatment alone
     * @param both in both treatments
     * @return 0 is expected if they do not interact; empty if an arm does not vary or has fewer than two units
     */
    public static Optional<Difference> of(Arm neither, Arm first, Arm second, Arm both) {
        return Difference.absolute(neither, first)
                .flatMap(alone -> Difference.absolute(second, both).map(together -> less(together, alone)));
    }

    private static Difference less(Difference one, Difference other) {
        double variance = one.variance() + other.variance();
        double freedom = variance
                * variance
                / (one.variance() * one.variance() / one.degreesOfFreedom()
                        + other.variance() * other.variance() / other.degreesOfFreedom());
        return new Difference(one.estimate() - other.estimate(), variance, freedom, one.units() + other.units());
    }
}
