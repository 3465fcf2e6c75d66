package io.zugabe.segmentation.audience.domain;

import io.zugabe.segmentation.audience.domain.Rule.Weighted;
import java.util.List;

/**
 * How much somebody resembles the buyers: naive Bayes over traits, as the logarithm of the odds against
 * the others. Each share is drawn towards the share among all, as if so many more customers had been seen
 * with it (the m-estimate: Cestnik, ECAI 1990); so a trait that few have counts little.
 *
 * @param base score of somebody before any trait
 * @param traits strongest first
 */
public record Resemblance(double base, List<Weighted> traits) {

    /** Customers that the share among all counts as. */
    private static final double PRIOR = 50;

    public Resemblance {
        traits = List.copyOf(traits);
    }

    /** Learns from what marks the buyers. */
    public static Resemblance learn(List<Mark> marks, long buyers, long others) {
        return new Resemblance(
                0,
                marks.stream()
                        .map(mark -> weigh(mark.tally(), buyers, others))
                        .sorted((a, b) -> Double.compare(Math.abs(b.present()), Math.abs(a.present())))
                        .toList());
    }

    private static Weighted weigh(Tally tally, long buyers, long others) {
        double all = (double) (tally.buyers() + tally.others()) / (buyers + others);
        double among = share(tally.buyers(), buyers, all);
        double against = share(tally.others(), others, all);
        return Weighted.rounded(tally.trait(), Math.log(among / against), Math.log((1 - among) / (1 - against)));
    }

    private static double share(long with, long of, double all) {
        return (with + PRIOR * all) / (of + PRIOR);
    }

    /** The score of somebody. */
    public double score(Candidate candidate) {
        double score = base;
        for (Weighted weighted : traits) {
            score += weighted.trait().holds(candidate) ? weighted.present() : weighted.absent();
        }
        return score;
    }
}
