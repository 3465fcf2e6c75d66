package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.FitTable;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Product;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Source: what the shop wants to be considered, whatever else is found: what a request includes, what is pinned,
 * and the deal of the day. It passes the same gates as anything else, and never stands beside something in the
 * cart or on the page that it would have to fit and does not.
 */
final class Promoted {

    private static final String DEAL = "deal";
    private static final String PICKED = "picked";

    private Promoted() {}

    static void find(List<Anchor> anchors, Situation situation, Eligibility eligibility, Gathering gathering) {
        Optional<Wishes.Deal> deal = deal(situation, eligibility);
        if (deal.isPresent()) {
            Product product = situation.catalog().find(deal.get().productId()).orElseThrow();
            Claim claim = claim(DEAL, product, situation, deal.get().label());
            gathering.add(product, OfferKind.DEAL, claim);
        }
        for (String id : eligibility.filters().considered()) {
            situation
                    .catalog()
                    .find(id)
                    .filter(product -> !gathering.has(product))
                    .ifPresent(product -> add(product, anchors, situation, eligibility, gathering));
        }
    }

    private static void add(
            Product product, List<Anchor> anchors, Situation situation, Eligibility eligibility, Gathering gathering) {
        OfferKind kind = kind(product, anchors);
        Optional<Drop> drop = eligibility.judge(product, kind);
        if (drop.isPresent()) {
            gathering.drop(product, drop.get());
            return;
        }
        Claim claim = claim(PICKED, product, situation, LocalizedText.NONE);
        boolean linked = false;
        for (Anchor anchor : anchors) {
            if (situation.catalog().fit().match(anchor.product(), product).isPresent()
                    && !situation.catalog().fit().excluded(anchor.product(), product)) {
                gathering.add(
                        product,
                        Link.claimed(
                                anchor.product(),
                                Optional.empty(),
                                product.type().type(),
                                claim));
                linked = true;
            }
        }
        if (!linked && clashes(product, situation)) {
            gathering.drop(product, Drop.DOES_NOT_FIT);
        } else if (!linked) {
            gathering.add(product, kind, claim);
        }
    }

    private static OfferKind kind(Product product, List<Anchor> anchors) {
        if (product.type().isService()) {
            return OfferKind.SERVICE;
        }
        return anchors.isEmpty() ? OfferKind.POPULAR : OfferKind.ADD_ON;
    }

    /** The most important deal that holds now and may be offered here. */
    static Optional<Wishes.Deal> deal(Situation situation, Eligibility eligibility) {
        for (Wishes.Deal deal : situation.rules().deals()) {
            if (deal.holds(situation.time())) {
                Optional<Product> product = situation.catalog().find(deal.productId());
                if (product.isPresent()
                        && eligibility.judge(product.get(), OfferKind.DEAL).isEmpty()
                        && !clashes(product.get(), situation)) {
                    return Optional.of(deal);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a product does not go with something that is being bought, though it would have to. */
    static boolean clashes(Product product, Situation situation) {
        FitTable fit = situation.catalog().fit();
        for (List<Product> bought :
                List.of(situation.products().asked(), situation.products().cart())) {
            for (Product other : bought) {
                if (fit.excluded(other, product)
                        || (fit.gated(other.type(), product.type())
                                && fit.match(other, product).isEmpty())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Claim claim(String code, Product product, Situation situation, LocalizedText label) {
        BasketModel baskets = situation.baskets();
        return new ByShop(
                code,
                label,
                baskets.keptOf(product.number()),
                baskets.total(),
                situation.placement(),
                situation.time());
    }

    /**
     * The shop says so.
     *
     * @param kept number of baskets in which it stayed
     */
    private record ByShop(String code, LocalizedText label, int kept, int baskets, Placement placement, Instant time)
            implements Claim {

        /**
         * As well as a product that many rate well. How often others were bought says nothing against it: nobody was
         * shown it yet as it is shown here. What became of such offers does, see {@link Value}.
         */
        private static final double ASSUMED = 0.1;

        @Override
        public double assumed(double affordability, Settings settings) {
            double prior = settings.curatedAcceptance() * ASSUMED;
            return Math.max(prior, (kept + settings.priorWeight() * prior) / (baskets + settings.priorWeight()));
        }

        @Override
        public Map<String, Double> numbers() {
            return Map.of("kept", (double) kept, "baskets", (double) baskets);
        }

        @Override
        public Offer.Reason reason(String locale) {
            LocalizedText sentence = label.isEmpty() ? KindPhrases.promoted() : label;
            Evidence evidence =
                    new Evidence(Evidence.Source.CURATED, code + "@" + placement.name(), Map.of(), sentence, Map.of());
            return new Offer.Reason(Offer.Code.PROMOTED, sentence.in(locale), evidence);
        }
    }
}
