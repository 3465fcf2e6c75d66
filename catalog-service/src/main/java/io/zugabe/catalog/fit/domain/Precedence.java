package io.zugabe.catalog.fit.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who decides about a pair, the highest first. Whoever speaks decides alone; what the lower ones say is
 * overruled, and kept as evidence behind the deciding one. This is the one place where the order stands.
 */
public enum Precedence {
    /** Somebody has seen that it does not fit, and nobody has refuted it: a dispute that blocks the pair. */
    DISPUTE,
    /** A maker rules the pair out. */
    MAKER_EXCLUSION,
    /** A maker lists the pair. */
    MAKER_LIST,
    /** Rules over attributes. If none of them speaks either, nothing is known of the pair. */
    RULE;

    /** The rank of an authority. */
    public static Precedence of(Authority authority) {
        return switch (authority) {
            case Block _ -> DISPUTE;
            case MakerStatement statement -> statement.verdict() == Verdict.DOES_NOT_FIT ? MAKER_EXCLUSION : MAKER_LIST;
            case FitRule _ -> RULE;
        };
    }

    /** The answer of the highest that speaks, over what those below it say; UNKNOWN if nobody speaks. */
    static FitAnswer decide(Map<Precedence, FitAnswer> said) {
        FitAnswer deciding = FitAnswer.NOTHING_SAID;
        List<Ground> overruled = new ArrayList<>();
        for (Precedence rank : values()) {
            FitAnswer answer = said.getOrDefault(rank, FitAnswer.NOTHING_SAID);
            if (deciding.spoken()) {
                overruled.addAll(answer.grounds());
            } else {
                deciding = answer;
            }
            overruled.addAll(answer.overruled());
        }
        return deciding.overruling(overruled);
    }
}
