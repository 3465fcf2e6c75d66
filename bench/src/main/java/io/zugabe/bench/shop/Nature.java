package io.zugabe.bench.shop;

import java.util.SplittableRandom;

/**
 * What a shopper is like: the hidden truth.
 *
 * @param visitsPerWeek mean
 * @param interests shares of the groups, together 1
 * @param level what they pay for a thing, relative to its median price
 * @param irritability how much an irrelevant offer annoys, 1 in the median
 * @param type the unprofitable behaviour, if any
 * @param disturbed whether offers as such make them buy less
 * @param homeGroup group of the device that they have from elsewhere; -1 for none
 */
record Nature(
        double visitsPerWeek,
        double[] interests,
        double level,
        double irritability,
        Type type,
        boolean disturbed,
        int homeGroup) {

    /** The unprofitable cross-buyers (Shah, Kumar, Qu and Chen 2012), and everybody else. */
    enum Type {
        ORDINARY,
        SERVICE_DEMANDER,
        REVENUE_REVERSER,
        PROMOTION_MAXIMIZER,
        SPENDING_LIMITER
    }

    /** Share of each type but the first. */
    static final double PREVALENCE = 0.05;

    /** Share of those whom offers make buy less. */
    static final double DISTURBED = 0.08;

    private static final double VISITS_PER_WEEK = 0.25;
    private static final double HAS_DEVICE = 0.5;

    static Nature draw(Chance chance) {
        SplittableRandom random = chance.stream(Chance.Purpose.NATURE, 0, 0);
        int type = (int) (random.nextDouble() / PREVALENCE);
        boolean disturbed = random.nextDouble() < DISTURBED;
        double[] interests = new double[Kind.GROUPS];
        double total = 0;
        for (int group = 0; group < interests.length; group++) {
            // a gamma number of shape 1/2: most care for few groups
            double normal = random.nextGaussian();
            interests[group] = normal * normal;
            total += interests[group];
        }
        for (int group = 0; group < interests.length; group++) {
            interests[group] /= total;
        }
        return new Nature(
                // a gamma number of shape 2
                -0.5 * VISITS_PER_WEEK * Math.log((1 - random.nextDouble()) * (1 - random.nextDouble())),
                interests,
                Math.exp(0.3 * random.nextGaussian()),
                Math.exp(0.6 * random.nextGaussian()) * (disturbed ? 3 : 1),
                type < Type.values().length - 1 ? Type.values()[type + 1] : Type.ORDINARY,
                disturbed,
                random.nextDouble() < HAS_DEVICE ? random.nextInt(Kind.DEVICE_GROUPS) : -1);
    }

    /** A group, each as likely as the shopper is interested in it. */
    int group(double uniform) {
        double left = uniform;
        for (int group = 0; group < interests.length - 1; group++) {
            left -= interests[group];
            if (left < 0) {
                return group;
            }
        }
        return interests.length - 1;
    }
}
