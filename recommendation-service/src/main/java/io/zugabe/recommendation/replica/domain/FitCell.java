package io.zugabe.recommendation.replica.domain;

import java.util.List;

/**
 * The verdict of a pair of fit groups.
 *
 * @param rules numbers of the rules behind it, the deciding one first
 * @param limits not empty if the verdict is {@link Verdict#FITS_WITH_LIMITS}
 */
public record FitCell(Verdict verdict, List<Integer> rules, List<FitLimit> limits) {

    public FitCell {
        rules = List.copyOf(rules);
        limits = List.copyOf(limits);
    }
}
