package io.zugabe.catalog.fit.domain;

/** Whether a part goes with a host. */
public enum Verdict {
    /** It fits, and everything that the answer depends on is known. */
    FITS,
    /** It fits, with limits. */
    FITS_WITH_LIMITS,
    /** It does not fit. */
    DOES_NOT_FIT,
    /** Something that the answer depends on is missing, or nothing speaks about the pair. */
    UNKNOWN;

    /** Whether it may be offered. */
    public boolean isFit() {
        return this == FITS || this == FITS_WITH_LIMITS;
    }

    /** The verdict of two rules that must both hold: DOES_NOT_FIT beats UNKNOWN beats FITS_WITH_LIMITS beats FITS. */
    public Verdict and(Verdict other) {
        return severity() >= other.severity() ? this : other;
    }

    /** How bad it is: 0 for FITS to 3 for DOES_NOT_FIT. */
    int severity() {
        return switch (this) {
            case FITS -> 0;
            case FITS_WITH_LIMITS -> 1;
            case UNKNOWN -> 2;
            case DOES_NOT_FIT -> 3;
        };
    }
}
