package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.FitTable;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import java.util.Optional;
import java.util.stream.Stream;

/** Source: what merchandisers and suppliers say goes with the anchor, if its moment has come. */
final class CuratedComplements {

    private CuratedComplements() {}

    static void find(
            Anchor anchor,
            Situation situation,
            Eligibility eligibility,
            Settings settings,
            Gathering gathering,
            StageTrace.Writer trace) {
        for (Relation relation : anchor.relations()) {
            if (!Moment.isRight(relation, anchor.product(), situation)) {
                continue;
            }
            Optional<Product> served = alreadyServed(relation, anchor.product(), situation);
            if (served.isPresent()) {
                trace.note("Relation " + relation.id() + " is left out: "
                        + served.get().id() + " serves its need already.");
                continue;
            }
            ComplementSearch.find(relation, anchor.product(), situation, eligibility, settings)
                    .forEach(product -> gathering.add(product, link(relation, anchor, product, situation)));
        }
    }

    private static Link link(Relation relation, Anchor anchor, Product product, Situation situation) {
        return new Link(
                anchor.product(),
                Link.Source.CURATED,
                Optional.of(relation),
                situation.baskets().pair(anchor.product().number(), product.number()),
                relation.needFor(product));
    }

    /** What is being bought already and does what the relation's complements would do. */
    private static Optional<Product> alreadyServed(Relation relation, Product anchor, Situation situation) {
        FitTable fit = situation.catalog().fit();
        Products products = situation.products();
        return Stream.concat(products.cart().stream(), products.asked().stream())
                .filter(product -> product.number() != anchor.number())
                .filter(relation.complement()::matches)
                .filter(product -> !fit.excluded(anchor, product))
                .filter(product -> !fit.gated(anchor.type(), product.type())
                        || fit.match(anchor, product).isPresent())
                .findFirst();
    }
}
