package io.zugabe.bench.peeking;

import io.zugabe.statistics.Arm;
import io.zugabe.statistics.ConfidenceSequence;
import io.zugabe.statistics.Difference;
import io.zugabe.statistics.Interval;
import io.zugabe.statistics.Moments;
import io.zugabe.statistics.Side;
import io.zugabe.statistics.Welch;

/**
 * What somebody sees who looks at one experiment so many times.
 *
 * @param alarmOfFixed whether Welch's test ever called a difference
 * @param alarmOfAnyTime whether the confidence sequence ever did
 * @param covered whether each of its intervals contained the true lift
 */
record Watched(boolean alarmOfFixed, boolean alarmOfAnyTime, boolean covered) {

    static final double ALPHA = 0.05;

    /** Looks after every so many shoppers per arm. */
    static Watched watch(Shoppers shoppers, double lift, int looks, int perLook, double tunedTo) {
        ConfidenceSequence sequence = ConfidenceSequence.tuned(Side.BOTH, ALPHA, tunedTo);
        Moments control = shoppers.draw(perLook, 0);
        Moments treatment = shoppers.draw(perLook, lift);
        boolean fixed = false;
        boolean anyTime = false;
        boolean covered = true;
        for (int look = 1; look <= looks; look++) {
            Difference difference =
                    Difference.relative(Arm.mean(control), Arm.mean(treatment)).orElseThrow();
            Interval interval = sequence.test(difference, 0).interval();
            fixed |= Welch.test(difference, Side.BOTH, 0, ALPHA).pValue() < ALPHA;
            anyTime |= !interval.contains(0);
            covered &= interval.contains(lift);
            control = control.plus(shoppers.draw(perLook, 0));
            treatment = treatment.plus(shoppers.draw(perLook, lift));
        }
        return new Watched(fixed, anyTime, covered);
    }
}
