package io.zugabe.segmentation.audience.domain;

import java.util.List;
import java.util.Optional;

/** How a version of a target group tells who is in it. */
public sealed interface Rule {

    /** Why somebody is in it; empty if they are not. */
    Optional<Match> match(Candidate candidate);

    /**
     * A trait and what it counts.
     *
     * @param absent what it counts where it does not hold
     */
    record Weighted(Trait trait, double present, double absent) {

        private static final double HUNDREDTHS = 100;

        /** In hundredths, since rules are shown: counts of customers cannot be worked out from them. */
        static Weighted rounded(Trait trait, double present, double absent) {
            return new Weighted(
                    trait, Math.rint(present * HUNDREDTHS) / HUNDREDTHS, Math.rint(absent * HUNDREDTHS) / HUNDREDTHS);
        }
    }

    /**
     * Why somebody is in a target group.
     *
     * @param traits that they have, strongest first
     * @param score 0 where there is none
     */
    record Match(List<Trait> traits, double score) {}

    /** Without X, and with enough of the traits. */
    record Shares(Anchor anchor, List<Weighted> traits, int minShared) implements Rule {
        public Shares {
            traits = List.copyOf(traits);
        }

        @Override
        public Optional<Match> match(Candidate candidate) {
            if (anchor.holding(candidate.profile()) != Holding.NEVER) {
                return Optional.empty();
            }
            List<Trait> shared = held(traits, candidate);
            return shared.size() >= minShared ? Optional.of(new Match(shared, 0)) : Optional.empty();
        }
    }

    /** Without an order, and with a score at or above a border. */
    record Resembles(Resemblance resemblance, double minScore) implements Rule {
        @Override
        public Optional<Match> match(Candidate candidate) {
            if (candidate.ordered()) {
                return Optional.empty();
            }
            double score = resemblance.score(candidate);
            return score >= minScore
                    ? Optional.of(new Match(held(resemblance.traits(), candidate), score))
                    : Optional.empty();
        }
    }

    /** In a segment, and without X if there is one. */
    record MemberOf(String segmentId, Optional<Anchor> missing) implements Rule {
        @Override
        public Optional<Match> match(Candidate candidate) {
            boolean in = candidate.segments().contains(segmentId)
                    && missing.map(anchor -> anchor.holding(candidate.profile()) == Holding.NEVER)
                            .orElse(true);
            return in ? Optional.of(new Match(List.of(new Trait.InSegment(segmentId)), 0)) : Optional.empty();
        }
    }

    private static List<Trait> held(List<Weighted> traits, Candidate candidate) {
        return traits.stream()
                .filter(weighted -> weighted.present() > 0)
                .map(Weighted::trait)
                .filter(trait -> trait.holds(candidate))
                .toList();
    }
}
