package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.baskets.domain.PairCounts;
import io.zugabe.recommendation.insight.domain.Acceptance;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.ProductRows;
import io.zugabe.recommendation.replica.domain.Verdict;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Stage 5: expected incremental profit = P(accept) × (margin − expected return cost) − (1 − P(accept)) × attention.
 *
 * <p>P(accept) of an anchor's complement is the mean of a Beta distribution: what is assumed before
 * anything was sold weighs as much as {@code priorWeight} = m baskets, so with k of the anchor's n
 * baskets having (and keeping) both, P = (k + m·μ) / (n + m); never bought with any of them means k = 0.
 * For curated complements μ is strength × {@code curatedAcceptance} × affordability, halved if it fits
 * only with a limit; for others it is the share of all baskets that have the candidate, for what comes by
 * taste at least its score × {@code curatedAcceptance} × affordability, for session neighbours at least
 * the share of the visits most like this one that looked at it × {@code curatedAcceptance} ×
 * affordability, and all their anchors are one chance: it is one visit. What another source's claim assumes counts in
 * the same way. Affordability is
 * 1 / (1 + (2·price / anchor's price)²): at half the anchor's price every second one still takes it, at
 * the same price every fifth. Of several anchors each is a chance of its own: P = 1 − Π(1 − Pᵢ). For
 * popular products k and n are taken over all baskets; μ is 0, or a tenth of {@code curatedAcceptance}
 * for those that many rate well. What became of such offers then corrects it: see {@link Acceptance}.
 *
 * <p>A return loses the margin and costs the handling, so the expected return cost is r × (margin +
 * handling), with r shrunk in the same way: (returned + m·{@code returnRate}) / (sold + m).
 *
 * <p>Attention is what it costs to show somebody what they do not want: {@code attentionCost}, the same for every offer. What
 * brings less than that is better not shown, and of a list only as much as pays.
 *
 * <p>Right after an order, what is to be offered later cannot be taken yet: it comes after everything else.
 */
final class Value {

    /** A customer who is told of a limit takes it half as often. */
    private static final double LIMITED = 0.5;

    /** No product's number. */
    private static final int ONE_VISIT = 0;

    private Value() {}

    static List<Valued> apply(
            List<Candidate> candidates,
            Situation situation,
            Filters filters,
            Settings settings,
            StageTrace.Writer trace) {
        List<Valued> passed = new ArrayList<>();
        Accepted accepted = new Accepted(situation);
        Int2DoubleMap boosts = Pushed.boosts(situation);
        for (Candidate candidate : candidates) {
            Valued.Terms terms = terms(candidate, situation.baskets(), accepted, settings);
            if (accepted.isRetired(candidate)) {
                trace.dropped(candidate.product().id(), Drop.RETIRED, terms::numbers);
                continue;
            }
            if (terms.value() > 0) {
                trace.passed(candidate.product().id(), candidate::code, terms::numbers);
                double key = Key.of(candidate, terms, situation, filters)
                        * boosts.get(candidate.product().number());
                passed.add(new Valued(candidate, terms, key));
            } else {
                trace.dropped(candidate.product().id(), Drop.DOES_NOT_PAY, terms::numbers);
            }
        }
        return passed;
    }

    private static Valued.Terms terms(Candidate candidate, BasketModel baskets, Accepted accepted, Settings settings) {
        Product product = candidate.product();
        int number = product.number();
        double price = product.price().amount();
        double margin = product.cost().map(cost -> price - cost.amount()).orElse(price * settings.marginRate());
        double returnRate = returnRate(number, baskets, settings);
        Acceptance.Estimate estimate = accepted.of(candidate, acceptance(candidate, baskets, settings));
        return new Valued.Terms(
                estimate.probability(),
                margin,
                returnRate,
                returnRate * (Math.max(margin, 0) + settings.handlingCost()),
                (1 - estimate.probability()) * settings.attentionCost(),
                confidence(candidate),
                baskets.keptOf(number),
                estimate);
    }

    /** The share of a product that is expected to come back. */
    static double returnRate(int number, BasketModel baskets, Settings settings) {
        return shrunk(baskets.returnedOf(number), baskets.basketsOf(number), settings.returnRate(), settings);
    }

    private static double acceptance(Candidate candidate, BasketModel baskets, Settings settings) {
        int number = candidate.product().number();
        if (candidate.links().isEmpty() && candidate.claim().isPresent()) {
            return candidate.claim().get().assumed(1, settings);
        }
        if (candidate.links().isEmpty()) {
            return shrunk(baskets.keptOf(number), baskets.total(), popularPrior(candidate, settings), settings);
        }
        Chances chances = new Chances(candidate.links().size());
        for (Link link : candidate.links()) {
            boolean counted = link.counts().isPresent();
            double kept = counted ? link.counts().get().kept() : 0;
            double trials = counted
                    ? link.counts().get().anchorBaskets()
                    : baskets.basketsOf(link.anchor().number());
            double posterior = shrunk(kept, trials, prior(candidate, link, baskets, settings), settings);
            boolean shared = link.visits().isPresent()
                    || (link.claim().isPresent() && link.claim().get().isOneChance());
            chances.take(shared ? ONE_VISIT : link.anchor().number(), posterior);
        }
        return chances.any();
    }

    /**
     * What a curated complement of which nothing was counted with its anchor is expected to bring, by the product's row:
     * the same as the terms of such a candidate say.
     *
     * @param price in micros
     * @param worth by {@link #worth}
     * @param strength of the relation
     * @param limited whether it fits only with a limit
     * @param trials number of baskets with the anchor
     */
    static double ofCurated(
            long price, double worth, Product anchor, double strength, boolean limited, int trials, Settings settings) {
        double prior = strength
                * settings.curatedAcceptance()
                * affordability((double) price / Money.MICROS, anchor.price().amount())
                * (limited ? LIMITED : 1);
        double acceptance = shrunk(0, trials, prior, settings);
        return acceptance * worth - (1 - acceptance) * settings.attentionCost();
    }

    /** What a product brings if it is taken: its margin less what returns of it are expected to cost. */
    static double worth(int number, ProductRows rows, BasketModel baskets, Settings settings) {
        double price = (double) rows.price(number) / Money.MICROS;
        long known = rows.margin(number);
        double margin = known == ProductRows.UNKNOWN ? price * settings.marginRate() : (double) known / Money.MICROS;
        double returnRate = returnRate(number, baskets, settings);
        return margin - returnRate * (Math.max(margin, 0) + settings.handlingCost());
    }

    /** Chances of one candidate, the best of each anchor: a few, so they are looked through. */
    private static final class Chances {

        private final int[] anchors;
        private final double[] accepted;
        private int size;

        Chances(int most) {
            anchors = new int[most];
            accepted = new double[most];
        }

        void take(int anchor, double chance) {
            int place = 0;
            while (place < size && anchors[place] != anchor) {
                place++;
            }
            if (place == size) {
                anchors[size++] = anchor;
                accepted[place] = chance;
            } else {
                accepted[place] = Math.max(accepted[place], chance);
            }
        }

        /** That at least one of them is taken. */
        double any() {
            double refused = 1;
            for (int place = 0; place < size; place++) {
                refused *= 1 - accepted[place];
            }
            return 1 - refused;
        }
    }

    private static double prior(Candidate candidate, Link link, BasketModel baskets, Settings settings) {
        if (link.relation().isEmpty()) {
            int kept = baskets.keptOf(candidate.product().number());
            double bought = baskets.total() == 0 ? 0 : (double) kept / baskets.total();
            double seen = Math.max(byTaste(candidate, link, settings), lookedAt(candidate, link, settings));
            return Math.max(bought, Math.max(seen, claimed(candidate, link, settings)));
        }
        boolean limited =
                candidate.fit().isPresent() && candidate.fit().get().cell().verdict() == Verdict.FITS_WITH_LIMITS;
        return link.relation().get().strength()
                * settings.curatedAcceptance()
                * affordability(candidate.product(), link.anchor())
                * (limited ? LIMITED : 1);
    }

    private static double byTaste(Candidate candidate, Link link, Settings settings) {
        return link.taste()
                .map(taste -> Math.min(1, taste.score())
                        * settings.curatedAcceptance()
                        * affordability(candidate.product(), link.anchor()))
                .orElse(0.0);
    }

    private static double lookedAt(Candidate candidate, Link link, Settings settings) {
        return link.visits()
                .map(visits -> visits.share()
                        * settings.curatedAcceptance()
                        * affordability(candidate.product(), link.anchor()))
                .orElse(0.0);
    }

    private static double claimed(Candidate candidate, Link link, Settings settings) {
        return link.claim()
                .map(claim -> claim.assumed(affordability(candidate.product(), link.anchor()), settings))
                .orElse(0.0);
    }

    private static double affordability(Product product, Product anchor) {
        return affordability(product.price().amount(), anchor.price().amount());
    }

    private static double affordability(double price, double reference) {
        double ratio = reference > 0 ? 2 * price / reference : 0;
        return 1 / (1 + ratio * ratio);
    }

    /** What nobody has bought yet but many rate well is not worth nothing. */
    private static double popularPrior(Candidate candidate, Settings settings) {
        return Popular.isWellRated(candidate.product()) ? settings.curatedAcceptance() / 10 : 0;
    }

    private static double confidence(Candidate candidate) {
        double highest = 0;
        for (Link link : candidate.links()) {
            if (link.counts().isPresent()) {
                highest = Math.max(highest, keptConfidence(link.counts().get()));
            }
        }
        return highest;
    }

    private static double keptConfidence(PairCounts counts) {
        return counts.anchorBaskets() == 0 ? 0 : (double) counts.kept() / counts.anchorBaskets();
    }

    private static double shrunk(double successes, double trials, double prior, Settings settings) {
        return (successes + settings.priorWeight() * prior) / (trials + settings.priorWeight());
    }
}
