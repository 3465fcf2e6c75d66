package io.zugabe.recommendation.replica.domain;

/** The verdicts that let a pair pass. A pair without one of them does not fit, or is not known to. */
public enum Verdict {
    FITS,
    FITS_WITH_LIMITS
}
