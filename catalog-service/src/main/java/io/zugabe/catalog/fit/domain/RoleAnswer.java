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
        return anchorHosts.answer().verdict().severity()
                        <= candidateHosts.answer().verdict().severity()
                ? anchorHosts
                : candidateHosts;
    }
}
