package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.FitMatch;
import io.zugabe.recommendation.replica.domain.Product;
import java.util.List;
import java.util.Optional;

/**
 * A product that may be offered.
 *
 * @param links the anchors that it complements and why, the strongest first; empty only if it is popular or
 *     due for itself
 * @param claim what speaks for it without any anchor; empty for what is popular in the whole shop
 * @param fit how it fits, once it has passed the gate; empty if nothing has to fit
 */
record Candidate(Product product, OfferKind kind, List<Link> links, Optional<Claim> claim, Optional<FitMatch> fit) {

    Candidate {
        links = List.copyOf(links);
    }

    /** The same with what of it has passed the gate. */
    Candidate fitting(List<Link> passed, Optional<FitMatch> how) {
        return new Candidate(product, kind, passed, claim, how);
    }

    /** The need that it serves: what its strongest link says. A popular product stands for itself. */
    String need() {
        return links.isEmpty()
                ? product.type().type() + "/" + product.id()
                : links.getFirst().need();
    }

    /** Where it came from. */
    String code() {
        return links.isEmpty()
                ? claim.map(Claim::code).orElse("popular")
                : links.getFirst().code();
    }
}
