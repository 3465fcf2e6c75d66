package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.FitTable;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import io.zugabe.recommendation.replica.domain.Terms;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Source: a sample that comes with the order free of charge, one at most, where the order is being made or was
 * just made. It costs the shop no more than a share of the order, and its value is what it costs: what a sample
 * brings in later is not counted here, so it takes the last place of the list, if one is free.
 */
final class Samples {

    private Samples() {}

    static Optional<Special> find(
            Situation situation, Eligibility eligibility, Settings settings, StageTrace.Writer trace) {
        boolean order = switch (situation.placement()) {
            case CART, CHECKOUT, THANK_YOU -> true;
            case HOME, PRODUCT_PAGE, FOLLOW_UP, SERVICE_CALL -> false;
        };
        if (!order || situation.rules().sampleShare() == 0) {
            return Optional.empty();
        }
        @Nullable Special best = null;
        double bestStrength = 0;
        for (Product anchor : situation.products().anchors()) {
            for (Relation relation : situation.catalog().relations().besidesComplements(anchor)) {
                if (relation.terms().kind() != Terms.Kind.SAMPLE
                        || relation.strength() <= bestStrength
                        || !relation.terms().hold(situation.request().circumstances(), situation.time())) {
                    continue;
                }
                Optional<Special> sample = first(anchor, relation, situation, eligibility, settings, trace);
                if (sample.isPresent()) {
                    best = sample.get();
                    bestStrength = relation.strength();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static Optional<Special> first(
            Product anchor,
            Relation relation,
            Situation situation,
            Eligibility eligibility,
            Settings settings,
            StageTrace.Writer trace) {
        for (Product product : Selected.by(relation, situation.catalog())) {
            double cost = Math.max(Margin.cost(product, settings), 0);
            Optional<Drop> drop = eligibility
                    .judgeSample(product)
                    .or(() -> fits(anchor, product, situation) ? Optional.empty() : Optional.of(Drop.DOES_NOT_FIT))
                    .or(() -> cost > situation.rules().sampleShare() * order(situation)
                            ? Optional.of(Drop.SAMPLE_TOO_DEAR)
                            : Optional.empty());
            if (drop.isEmpty()) {
                Special.Why why = new Special.Why.Sampled(relation);
                return Optional.of(new Special(
                        product,
                        OfferKind.SAMPLE,
                        anchor,
                        situation.catalog().fit().match(anchor, product),
                        0,
                        0,
                        -cost,
                        why));
            }
            trace.dropped(product.id(), drop.get());
        }
        return Optional.empty();
    }

    /** It goes with the anchor wherever it has to; a part only with a host that is its anchor. */
    private static boolean fits(Product anchor, Product product, Situation situation) {
        FitTable fit = situation.catalog().fit();
        if (fit.excluded(anchor, product)) {
            return false;
        }
        boolean gated = fit.gated(anchor.type(), product.type()) || fit.isPart(product.type());
        return !gated || fit.match(anchor, product).isPresent();
    }

    /** What the order costs, in the shop's currency; what the customer has at home is no part of it. */
    private static double order(Situation situation) {
        if (situation.products().cartMicros() > 0) {
            return (double) situation.products().cartMicros() / Money.MICROS;
        }
        return situation.products().asked().stream()
                .mapToDouble(product -> product.price().amount())
                .sum();
    }
}
