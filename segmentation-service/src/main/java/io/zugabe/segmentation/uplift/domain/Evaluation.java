package io.zugabe.segmentation.uplift.domain;

/**
 * How well a ranking did on rows that nothing had learned from; intervals of 95 %.
 *
 * @param upliftAtTop uplift among the best-ranked 30 %
 */
public record Evaluation(
        double qini, Bounds qiniBounds, double auuc, Bounds auucBounds, double upliftAtTop, Bounds topBounds) {

    static Evaluation of(UpliftMetrics metrics, Ranking ranking, PairedBootstrap bootstrap, int index) {
        return new Evaluation(
                metrics.qini(ranking),
                bootstrap.qini(index, UpliftStudy.LEVEL),
                metrics.auuc(ranking),
                bootstrap.auuc(index, UpliftStudy.LEVEL),
                metrics.upliftAt(ranking, PairedBootstrap.TOP),
                bootstrap.top(index, UpliftStudy.LEVEL));
    }
}
