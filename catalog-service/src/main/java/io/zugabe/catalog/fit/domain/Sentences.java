package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.text.domain.SentenceTemplate;

/** What a rule says to a person, by verdict. A fit with limits is said like a fit; its limits speak for themselves. */
public record Sentences(SentenceTemplate fits, SentenceTemplate doesNotFit, SentenceTemplate unknown) {

    /** The sentence of a verdict. */
    public SentenceTemplate of(Verdict verdict) {
        return switch (verdict) {
            case FITS, FITS_WITH_LIMITS -> fits;
            case DOES_NOT_FIT -> doesNotFit;
            case UNKNOWN -> unknown;
        };
    }
}
