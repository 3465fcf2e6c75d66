package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.PairCounts;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import java.util.Optional;

/**
 * Why a candidate may complement an anchor.
 *
 * @param relation the curated relation between them, if there is one
 * @param counts how often they were bought together, if often enough to be counted
 * @param taste how much the basket lacks it, if that is where it comes from
 * @param visits how many of the visits most like this one went on to it, if that is where it comes from
 * @param claim what a source of its own says for it
 */
record Link(
        Product anchor,
        Source source,
        Optional<Relation> relation,
        Optional<PairCounts> counts,
        String need,
        Optional<TasteScore> taste,
        Optional<SimilarVisits> visits,
        Optional<Claim> claim) {

    Link(Product anchor, Source source, Optional<Relation> relation, Optional<PairCounts> counts, String need) {
        this(anchor, source, relation, counts, need, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** For something that a source of its own says, and nothing else. */
    static Link claimed(Product anchor, Optional<PairCounts> counts, String need, Claim claim) {
        return new Link(
                anchor,
                Source.CLAIM,
                Optional.empty(),
                counts,
                need,
                Optional.empty(),
                Optional.empty(),
                Optional.of(claim));
    }

    static Link byTaste(Product anchor, Optional<PairCounts> counts, String need, TasteScore score) {
        return new Link(
                anchor,
                Source.TASTE,
                Optional.empty(),
                counts,
                need,
                Optional.of(score),
                Optional.empty(),
                Optional.empty());
    }

    static Link bySessions(Product anchor, Optional<PairCounts> counts, String need, SimilarVisits visits) {
        return new Link(
                anchor,
                Source.SESSION_NEIGHBOURS,
                Optional.empty(),
                counts,
                need,
                Optional.empty(),
                Optional.of(visits),
                Optional.empty());
    }

    /** Where it comes from, as traces call it. */
    String code() {
        return claim.map(Claim::code).orElse(source.code());
    }

    /** Where candidates come from. */
    enum Source {
        CURATED("curated"),
        BOUGHT_TOGETHER("bought_together"),
        TASTE("taste"),
        SESSION_NEIGHBOURS("session_neighbours"),
        CLAIM("claim");

        private final String code;

        Source(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
