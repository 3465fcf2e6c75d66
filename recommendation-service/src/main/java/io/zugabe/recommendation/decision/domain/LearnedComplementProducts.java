package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.complements.domain.Habits;
import io.zugabe.recommendation.complements.domain.LearnedComplement;
import io.zugabe.recommendation.moment.domain.Wilson;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Product;
import java.util.Map;
import java.util.Optional;

/**
 * Source: what customers buy with products of the anchor's type, or else category, or after them. Only where the anchor
 * has too few orders of its own to say more.
 */
final class LearnedComplementProducts {

    /** With so many orders a product speaks for itself. */
    private static final int ENOUGH_ORDERS = 20;

    /** The list is a dozen at most. */
    private static final int MOST = 24;

    private LearnedComplementProducts() {}

    static void find(
            Anchor anchor, Situation situation, Eligibility eligibility, Settings settings, Gathering gathering) {
        Product host = anchor.product();
        if (situation.baskets().basketsOf(host.number()) >= ENOUGH_ORDERS) {
            return;
        }
        int left = Math.min(MOST, settings.candidatesPerRelation());
        for (LearnedComplement complement :
                situation.habits().complementsOf(host.type().type(), Habits.path(host.category()))) {
            int[] products = complement.products();
            for (int at = 0; at < products.length && left > 0; at += 2) {
                Product product = situation.catalog().product(products[at]);
                if (product != null && mayBeOffered(product, host, eligibility, gathering)) {
                    add(
                            product,
                            new Claimed(complement, products[at + 1], host, situation),
                            anchor,
                            situation,
                            gathering);
                    left--;
                }
            }
        }
    }

    /** What replaces the anchor complements nothing. */
    private static boolean mayBeOffered(Product product, Product host, Eligibility eligibility, Gathering gathering) {
        if (!eligibility.admits(product.number())
                || product.type().isA(host.type().type())
                || host.type().isA(product.type().type())) {
            return false;
        }
        if (gathering.passes(product, host)) {
            return true;
        }
        gathering.noteMisfit(product, host, Link.Source.CLAIM);
        return false;
    }

    private static void add(Product product, Claim claim, Anchor anchor, Situation situation, Gathering gathering) {
        if (LearnedMoment.refuses(anchor, product, situation, gathering)) {
            return;
        }
        Optional<String> need = anchor.needFor(product, situation.placement());
        if (need.isEmpty()) {
            gathering.drop(product, Drop.AFTER_PURCHASE);
        } else {
            gathering.add(
                    product,
                    Link.claimed(
                            anchor.product(),
                            situation.baskets().pair(anchor.product().number(), product.number()),
                            need.get(),
                            claim));
        }
    }

    /**
     * Customers of the anchor's type or category bought of the product's.
     *
     * @param taken how many of them took the product itself
     */
    private record Claimed(LearnedComplement complement, int taken, Product anchor, Situation situation)
            implements Claim {

        @Override
        public String code() {
            return "learned_complement";
        }

        /** The share of those customers, at least, that took the product itself. */
        @Override
        public double assumed(double affordability, Settings settings) {
            return Wilson.lower(Math.min(taken, complement.fromCustomers()), complement.fromCustomers());
        }

        @Override
        public boolean isOneChance() {
            return true;
        }

        @Override
        public Map<String, Double> numbers() {
            return complement.numbers();
        }

        @Override
        public Offer.Reason reason(String locale) {
            LocalizedText sentence =
                    Phrases.learnedComplement(complement.both(), complement.fromCustomers(), anchor.name());
            Map<String, String> origin = Map.of(
                    "origin", "learned",
                    "grouping", complement.grouping().name(),
                    "host.group", complement.from(),
                    "part.group", complement.to(),
                    "model", situation.snapshot().learned().habitsVersion());
            return new Offer.Reason(
                    Offer.Code.LEARNED_COMPLEMENT,
                    sentence.in(locale),
                    new Evidence(Evidence.Source.COUNT, complement.id(), origin, sentence, numbers()));
        }
    }
}
