package io.zugabe.catalog.fit.domain;

/**
 * An answer about an anchor and a candidate.
 *
 * @param anchorIsHost whether the anchor has the role of the host
 */
public record RoleAnswer(FitAnswer answer, boolean anchorIsHost) {

    static final RoleAnswer NOTHING_SAID = new RoleAnswer(FitAnswer.NOTHING_SAID, true);

    /**
     * The answer that counts where two products could meet in both roles: a maker's exclusion in either
     * role counts; otherwise one way of fitting is enough, and where neither is known to fit, an unknown
     * may still be one.
     */
    static RoleAnswer better(RoleAnswer anchorHosts, RoleAnswer candidateHosts) {
        if (!candidateHosts.answer().spoken() || anchorHosts.answer().excluded()) {
            return anchorHosts;
        }
        if (!anchorHosts.answer().spoken() || candidateHosts.answer().excluded()) {
            return candidateHosts;
        }
        return rank(anchorHosts) <= rank(candidateHosts) ? anchorHosts : candidateHosts;
    }

    private static int rank(RoleAnswer answer) {
        return switch (answer.answer().verdict()) {
            case FITS -> 0;
            case FITS_WITH_LIMITS -> 1;
            case UNKNOWN -> 2;
            case DOES_NOT_FIT -> 3;
        };
    }
}
