package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.FitTable;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import io.zugabe.recommendation.replica.domain.Selector;
import io.zugabe.recommendation.replica.domain.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Source: the catalog's bundles of what is looked at or in the cart. All products are in stock, may be offered
 * to this customer and are not owned; they fit one another; together they cost less than one by one, and the shop
 * still earns with the anchor's companions what the package price leaves.
 */
final class Bundles {

    private final Situation situation;
    private final Eligibility eligibility;
    private final Settings settings;
    private final StageTrace.Writer trace;

    private Bundles(Situation situation, Eligibility eligibility, Settings settings, StageTrace.Writer trace) {
        this.situation = situation;
        this.eligibility = eligibility;
        this.settings = settings;
        this.trace = trace;
    }

    static List<Special> find(
            Situation situation, Eligibility eligibility, Settings settings, StageTrace.Writer trace) {
        if (situation.rules().maxBundles() == 0 || situation.placement().afterPurchase()) {
            return List.of();
        }
        Bundles bundles = new Bundles(situation, eligibility, settings, trace);
        List<Special> found = new ArrayList<>();
        for (Product anchor : situation.products().anchors()) {
            for (Relation relation : situation.catalog().relations().besidesComplements(anchor)) {
                if (relation.terms().kind() == Terms.Kind.BUNDLE
                        && relation.bundle().isPresent()
                        && relation.terms().hold(situation.request().circumstances(), situation.time())) {
                    bundles.judge(anchor, relation).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<Special> judge(Product anchor, Relation relation) {
        Relation.Bundle terms = relation.bundle().orElseThrow();
        List<Product> parts = parts(anchor, relation, terms);
        if (parts.isEmpty()) {
            return dropped(anchor, Drop.PART_MISSING);
        }
        if (!fitOneAnother(parts)) {
            return dropped(anchor, Drop.PARTS_DO_NOT_FIT);
        }
        if (parts.stream().allMatch(eligibility::isInCart)) {
            return dropped(anchor, Drop.IN_CART);
        }
        long list = parts.stream().mapToLong(this::price).sum();
        if (list <= terms.price().micros()) {
            return dropped(anchor, Drop.SAVES_NOTHING);
        }
        long paid = parts.stream()
                .filter(eligibility::isInCart)
                .mapToLong(this::price)
                .sum();
        long adds = terms.price().micros() - paid;
        Optional<Drop> drop = eligibility.judgeTotal(terms.price().micros(), adds, OfferKind.BUNDLE);
        if (drop.isPresent()) {
            return dropped(anchor, drop.get());
        }
        double acceptance = acceptance(anchor, parts, relation);
        double value = acceptance * gain(anchor, parts, list - terms.price().micros())
                - (1 - acceptance) * settings.attentionCost();
        if (value <= 0) {
            return dropped(anchor, Drop.DOES_NOT_PAY);
        }
        Special.Why why = new Special.Why.Together(relation, parts, list);
        return Optional.of(
                new Special(anchor, OfferKind.BUNDLE, anchor, Optional.empty(), adds, acceptance, value, why));
    }

    /** What one unit costs without the bundle: as the cart's line says, else as the catalog does. In micros. */
    private long price(Product part) {
        for (OfferRequest.CartLine line : situation.request().cart()) {
            if (line.productId().equals(part.id())) {
                return line.price().orElse(part.price()).micros();
            }
        }
        return part.price().micros();
    }

    private Optional<Special> dropped(Product anchor, Drop drop) {
        trace.dropped(anchor.id(), drop);
        return Optional.empty();
    }

    /** All products of the bundle; empty if one is missing or may not be offered. */
    private List<Product> parts(Product anchor, Relation relation, Relation.Bundle terms) {
        List<String> ids = new ArrayList<>();
        if (relation.complement() instanceof Selector.ById complement) {
            ids.add(complement.id());
        }
        ids.addAll(terms.further());
        List<Product> parts = new ArrayList<>(List.of(anchor));
        for (String id : ids) {
            situation.catalog().find(id).ifPresent(parts::add);
        }
        boolean complete = parts.size() == ids.size() + 1 && parts.size() > 1;
        return complete
                        && parts.stream()
                                .allMatch(part ->
                                        eligibility.judgePart(part, anchor).isEmpty())
                ? parts
                : List.of();
    }

    /** Wherever something has to fit between two of them; and no part without something that it fits. */
    private boolean fitOneAnother(List<Product> parts) {
        FitTable fit = situation.catalog().fit();
        for (Product one : parts) {
            boolean fitsSomething = !fit.isPart(one.type());
            for (Product other : parts) {
                if (one.number() != other.number()) {
                    boolean matches = fit.match(one, other).isPresent();
                    if (fit.excluded(one, other) || (fit.gated(one.type(), other.type()) && !matches)) {
                        return false;
                    }
                    fitsSomething |= fit.matchAsHost(other, one).isPresent();
                }
            }
            if (!fitsSomething) {
                return false;
            }
        }
        return true;
    }

    private double acceptance(Product anchor, List<Product> parts, Relation relation) {
        double besides = 0;
        for (Product part : parts) {
            if (isNew(part, anchor)) {
                besides += part.price().amount();
            }
        }
        double ratio = 2 * besides / anchor.price().amount();
        return relation.strength() * settings.curatedAcceptance() / (1 + ratio * ratio);
    }

    /** Whether it is bought because of the bundle: the anchor and what is in the cart are being bought anyway. */
    private boolean isNew(Product part, Product anchor) {
        return part.number() != anchor.number() && !eligibility.isInCart(part);
    }

    /** What the companions that are not in the cart yet bring in, less the saving. */
    private double gain(Product anchor, List<Product> parts, long saving) {
        double net = -(double) saving / Money.MICROS;
        for (Product part : parts) {
            if (isNew(part, anchor)) {
                net += Margin.net(part, situation, settings);
            }
        }
        return net;
    }
}
