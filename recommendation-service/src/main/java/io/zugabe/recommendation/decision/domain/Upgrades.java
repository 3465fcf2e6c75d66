package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.kinds.domain.Alternatives;
import io.zugabe.recommendation.kinds.domain.Comparison;
import io.zugabe.recommendation.kinds.domain.LargerPack;
import io.zugabe.recommendation.kinds.domain.Trait;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import io.zugabe.recommendation.replica.domain.Terms;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Source: the next better one for the same need, within the placement's price ratio. What a person says is
 * better comes first; else it is found: of the same type, the same or better in everything that is declared, and
 * better in something. Larger packs of the same at a lower price per unit, and longer service contracts, are found
 * in the same way. Only what is not bought yet can be replaced.
 */
final class Upgrades {

    private final Situation situation;
    private final Eligibility eligibility;
    private final Settings settings;
    private final StageTrace.Writer trace;
    private final List<Special> found = new ArrayList<>();
    private final IntSet seen = new IntOpenHashSet();

    private Upgrades(Situation situation, Eligibility eligibility, Settings settings, StageTrace.Writer trace) {
        this.situation = situation;
        this.eligibility = eligibility;
        this.settings = settings;
        this.trace = trace;
    }

    /** For every product that could be replaced the best that could replace it. */
    static List<Special> find(
            Situation situation, Eligibility eligibility, Settings settings, StageTrace.Writer trace) {
        if (situation.rules().maxUpgrades() == 0 || situation.placement().afterPurchase()) {
            return List.of();
        }
        Upgrades upgrades = new Upgrades(situation, eligibility, settings, trace);
        for (Product anchor : situation.products().anchors()) {
            if (anchor.price().micros() > 0 && (anchor.consumable() || !eligibility.owns(anchor))) {
                upgrades.findFor(anchor);
            }
        }
        return upgrades.found;
    }

    private void findFor(Product anchor) {
        seen.clear();
        Replacement gate = new Replacement(anchor, situation);
        @Nullable Special best = null;
        for (Relation relation : situation.catalog().relations().besidesComplements(anchor)) {
            if (relation.terms().kind() == Terms.Kind.UPGRADE
                    && relation.terms().hold(situation.request().circumstances(), situation.time())) {
                for (Product product : Selected.by(relation, situation.catalog())) {
                    best = better(best, curated(anchor, product, relation, gate));
                }
            }
        }
        if (best == null) {
            best = search(anchor, gate);
        }
        if (best != null) {
            found.add(best);
        }
    }

    private @Nullable Special search(Product anchor, Replacement gate) {
        Alternatives alternatives = situation.snapshot().merchandise().alternatives();
        List<Trait> traits = alternatives.traits().of(anchor.type());
        @Nullable Special best = null;
        for (int number : alternatives.to(anchor, situation.catalog())) {
            Product product = situation.catalog().product(number);
            if (product == null) {
                continue;
            }
            Optional<LargerPack> pack = LargerPack.of(anchor, product, traits);
            if (pack.isPresent()) {
                Special.Why why = new Special.Why.Larger(pack.get());
                best = better(best, offer(anchor, product, why, settings.packRatio(), 1, gate));
            } else if (Comparison.better(anchor, product, traits).isPresent()) {
                Special.Why why = new Special.Why.Better(Optional.empty());
                best = better(
                        best, offer(anchor, product, why, situation.rules().upgradeRatio(), 0.5, gate));
            }
        }
        return best;
    }

    private @Nullable Special curated(Product anchor, Product product, Relation relation, Replacement gate) {
        return product.price().micros() <= anchor.price().micros()
                ? null
                : offer(
                        anchor,
                        product,
                        new Special.Why.Better(Optional.of(relation)),
                        situation.rules().upgradeRatio(),
                        relation.strength(),
                        gate);
    }

    private static @Nullable Special better(@Nullable Special one, @Nullable Special other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.value() > one.value() ? other : one;
    }

    /** The offer if it passes all gates and pays. */
    private @Nullable Special offer(
            Product anchor, Product product, Special.Why why, double mostRatio, double strength, Replacement gate) {
        if (!seen.add(product.number())) {
            return null;
        }
        double ratio = (double) product.price().micros() / anchor.price().micros();
        if (ratio > mostRatio) {
            return dropped(product, Drop.ABOVE_PRICE_RATIO);
        }
        long adds = adds(anchor, product);
        Optional<Drop> drop = eligibility.judgeInstead(product, anchor, adds);
        if (drop.isPresent()) {
            return dropped(product, drop.get());
        }
        Replacement.Judgement judgement = gate.judge(product);
        if (!judgement.passes()) {
            return dropped(product, Drop.BREAKS_FIT);
        }
        double gain = Margin.net(product, situation, settings) - Margin.net(anchor, situation, settings);
        double acceptance = acceptance(ratio, strength, why);
        double value = acceptance * gain - (1 - acceptance) * settings.attentionCost();
        return value > 0
                ? new Special(product, OfferKind.UPGRADE, anchor, judgement.match(), adds, acceptance, value, why)
                : dropped(product, Drop.DOES_NOT_PAY);
    }

    private @Nullable Special dropped(Product product, Drop drop) {
        trace.dropped(product.id(), drop);
        return null;
    }

    /** At half as much again every fifth still takes it; a pack twice as dear is taken by every second one. */
    private double acceptance(double ratio, double strength, Special.Why why) {
        double step = (ratio - 1) * (why instanceof Special.Why.Larger ? 1 : 4);
        return settings.curatedAcceptance() * strength / (1 + step * step);
    }

    /** What is in the cart is replaced, all units of it; what is only looked at costs its full price. */
    private long adds(Product anchor, Product product) {
        double units = 0; // no long: a large order of dear goods is more than it holds
        double paid = 0;
        for (OfferRequest.CartLine line : situation.request().cart()) {
            if (line.productId().equals(anchor.id())) {
                units += line.quantity();
                paid += (double) line.quantity()
                        * line.price().orElse(anchor.price()).micros();
            }
        }
        return units == 0
                ? product.price().micros()
                : Math.round(units * product.price().micros() - paid);
    }
}
