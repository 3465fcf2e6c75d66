package io.zugabe.segmentation.uplift.domain;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How sure metrics are: rows are drawn again with replacement within each arm (stratified, so that every
 * draw has both arms at their sizes), and all rankings are judged on the same draws, so that differences
 * between them have intervals of their own (percentile intervals, Efron &amp; Tibshirani 1993, chapter 13).
 */
public final class PairedBootstrap {

    /** Share of the best-ranked at which uplift is reported. */
    public static final double TOP = 0.3;

    private static final int RANDOM_RANKINGS = 100;

    private final Observations observations;
    private final UpliftMetrics metrics;
    private final double[][] qini;
    private final double[][] auuc;
    private final double[][] top;
    private final double[] randomQini;

    /**
     * Draws.
     *
     * @param rankings of the rows, all to be judged
     * @param draws at least 100
     */
    public PairedBootstrap(Observations observations, List<Ranking> rankings, int draws, long seed) {
        this.observations = observations;
        this.metrics = new UpliftMetrics(observations);
        this.qini = new double[rankings.size()][draws];
        this.auuc = new double[rankings.size()][draws];
        this.top = new double[rankings.size()][draws];
        this.randomQini = new double[draws];
        SplittableRandom random = new SplittableRandom(seed);
        List<Ranking> randomRankings = java.util.stream.IntStream.range(0, RANDOM_RANKINGS)
                .mapToObj(_ -> randomRanking(random))
                .toList();
        int[] treated = rows(true);
        int[] controls = rows(false);
        double[] weight = new double[observations.size()];
        for (int draw = 0; draw < draws; draw++) {
            Arrays.fill(weight, 0);
            draw(treated, weight, random);
            draw(controls, weight, random);
            double total = Arrays.stream(weight).sum();
            for (int i = 0; i < rankings.size(); i++) {
                qini[i][draw] = metrics.qini(rankings.get(i), weight);
                auuc[i][draw] = metrics.auuc(rankings.get(i), weight);
                top[i][draw] = metrics.upliftAmong(rankings.get(i), weight, Math.floor(total * TOP));
            }
            randomQini[draw] = metrics.qini(randomRankings.get(draw % RANDOM_RANKINGS), weight);
        }
    }

    private Ranking randomRanking(SplittableRandom random) {
        return Ranking.of(random.doubles(observations.size()).toArray());
    }

    private int[] rows(boolean arm) {
        return java.util.stream.IntStream.range(0, observations.size())
                .filter(i -> observations.treated()[i] == arm)
                .toArray();
    }

    private void draw(int[] rows, double[] weight, SplittableRandom random) {
        for (int i = 0; i < rows.length; i++) {
            int row = rows[random.nextInt(rows.length)];
            weight[row] += observations.weight()[row];
        }
    }

    /** Interval of a ranking's Qini. */
    public Bounds qini(int ranking, double level) {
        return Bounds.ofPercentiles(qini[ranking], level);
    }

    /** Interval of a ranking's AUUC. */
    public Bounds auuc(int ranking, double level) {
        return Bounds.ofPercentiles(auuc[ranking], level);
    }

    /** Interval of a ranking's uplift among the best-ranked {@link #TOP}. */
    public Bounds top(int ranking, double level) {
        return Bounds.ofPercentiles(top[ranking], level);
    }

    /** Interval of a random ranking's Qini: what chance alone gives. */
    public Bounds randomQini(double level) {
        return Bounds.ofPercentiles(randomQini, level);
    }

    /** Mean of random rankings' Qini. */
    public double meanRandomQini() {
        return Arrays.stream(randomQini).average().orElse(0);
    }

    /** Interval of how much better the Qini of one ranking is than that of another. */
    public Bounds qiniGain(int ranking, int over, double level) {
        double[] gain = new double[randomQini.length];
        Arrays.setAll(gain, draw -> qini[ranking][draw] - qini[over][draw]);
        return Bounds.ofPercentiles(gain, level);
    }

    /** Interval of how much better the Qini of a ranking is than that of random rankings. */
    public Bounds qiniGainOverRandom(int ranking, double level) {
        double[] gain = new double[randomQini.length];
        Arrays.setAll(gain, draw -> qini[ranking][draw] - randomQini[draw]);
        return Bounds.ofPercentiles(gain, level);
    }
}
