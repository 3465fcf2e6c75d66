package io.zugabe.recommendation.decision.domain;

/** What a list is sorted by: as the ranking says, but what has a fixed place and the deal of the day come first. */
final class Key {

    private static final double PINNED = 1e12;
    private static final double DEAL = 1e9;

    /** What is for later keeps its order and comes last. */
    private static final double LATER = 1e-9;

    private Key() {}

    static double of(Candidate candidate, Valued.Terms terms, Situation situation, Filters filters) {
        int pinned = filters.pinned(candidate.product());
        if (pinned > 0) {
            return PINNED / pinned;
        }
        if (candidate.kind() == OfferKind.DEAL) {
            return DEAL;
        }
        double key = ranked(terms, situation.ranking()) * filters.factor(candidate.product());
        return isForLater(candidate, situation) ? key * LATER : key;
    }

    private static boolean isForLater(Candidate candidate, Situation situation) {
        return situation.placement() == Placement.THANK_YOU
                && (Moment.after(candidate, situation).isPresent()
                        || LearnedMoment.after(candidate, situation).isPresent());
    }

    private static double ranked(Valued.Terms terms, Ranking ranking) {
        return switch (ranking) {
            case VALUE -> terms.value();
            case CONFIDENCE -> terms.confidence();
            case POPULARITY -> terms.popularity();
        };
    }
}
