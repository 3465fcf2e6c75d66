package io.zugabe.segmentation.audience.domain;

import io.zugabe.segmentation.profile.domain.Dated;
import java.util.Optional;

/** Why somebody of an audience is left out. */
public enum Exclusion {
    /** A service case is open. */
    OPEN_CASE,
    /** There is no consent for the channel. */
    NO_CONSENT,
    /** The treatment was not assessed yet. */
    TREATMENT_UNKNOWN,
    /** The treatment policy allows no offers, or not by the channel. */
    TREATMENT;

    /** The first reason that holds; empty if they may be addressed. */
    public static Optional<Exclusion> of(Candidate candidate, Channel channel) {
        if (candidate.profile().service().anyOpen()) {
            return Optional.of(OPEN_CASE);
        }
        if (!consents(candidate, channel)) {
            return Optional.of(NO_CONSENT);
        }
        if (!candidate.treatability().known()) {
            return Optional.of(TREATMENT_UNKNOWN);
        }
        return candidate.treatability().allows(channel) ? Optional.empty() : Optional.of(TREATMENT);
    }

    private static boolean consents(Candidate candidate, Channel channel) {
        Dated<Boolean> consent = candidate.profile().statements().consents().get(channel.purpose());
        return consent == null ? !channel.consentNeeded() : consent.value();
    }
}
