package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.customer.domain.CustomerTreatment;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.TypePath;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Part of stage 4: what must not be offered to this customer because of how they are to be treated. */
final class Treated {

    private final CustomerTreatment treatment;
    private final Settings settings;
    private final BasketModel baskets;
    private final boolean waitsForTrigger;
    private final long maxMicros;
    private final List<Product> quiet = new ArrayList<>();
    private final IntSet quietNumbers = new IntOpenHashSet();
    private final Set<String> quietVariants = new HashSet<>();
    private final Situation situation;
    private final Int2ObjectOpenHashMap<QuietNeeds> quietNeeds = new Int2ObjectOpenHashMap<>();

    Treated(Situation situation, Settings settings) {
        this.treatment = situation.customer().profile().treatment();
        this.settings = settings;
        this.situation = situation;
        this.baskets = situation.baskets();
        this.waitsForTrigger = situation.waitsForTrigger();
        this.maxMicros = treatment.priceCeiling().map(Money::micros).orElse(Long.MAX_VALUE);
        treatment.quietProducts().forEach((id, until) -> {
            if (situation.time().isBefore(until)) {
                situation.catalog().find(id).ifPresent(this::silence);
            }
        });
    }

    IntSet quietNumbers() {
        return quietNumbers;
    }

    Set<String> quietVariants() {
        return quietVariants;
    }

    /** Most that an offer may cost, in micros. */
    long most() {
        return maxMicros;
    }

    private void silence(Product product) {
        quiet.add(product);
        quietNumbers.add(product.number());
        if (!product.variantGroup().isEmpty()) {
            quietVariants.add(product.variantGroup());
        }
    }

    /** Why a product may not be offered to this customer; empty if it may. */
    Optional<Drop> judge(Product product, OfferKind kind) {
        Optional<Drop> byKind = judge(kind);
        if (byKind.isPresent()) {
            return byKind;
        }
        if (excludes(product.type())) {
            return Optional.of(Drop.TYPE_NOT_ALLOWED);
        }
        if (quietNumbers.contains(product.number()) || quietVariants.contains(product.variantGroup())) {
            return Optional.of(Drop.QUIET);
        }
        if (product.price().micros() > maxMicros) {
            return Optional.of(Drop.ABOVE_CUSTOMER_LIMIT);
        }
        return isRisky(product) ? Optional.of(Drop.RETURN_RISK) : Optional.empty();
    }

    /** Why nothing of a kind may be offered to this customer; empty if it may. */
    Optional<Drop> judge(OfferKind kind) {
        if (!treatment.kinds().isEmpty() && !treatment.kinds().contains(kind.name())) {
            return Optional.of(Drop.KIND_NOT_ALLOWED);
        }
        return waitsForTrigger && kind.crossSells() ? Optional.of(Drop.NOT_TRIGGERED) : Optional.empty();
    }

    /** Whether nothing of a type may be offered to this customer. */
    boolean excludes(TypePath type) {
        for (String excluded : treatment.excludedTypes()) {
            if (type.isA(excluded)) {
                return true;
            }
        }
        return false;
    }

    /** Whether only what comes back no more often than usual may be offered. */
    boolean lowRiskOnly() {
        return treatment.lowReturnRiskOnly();
    }

    /** Whether an offer costs more than this customer's limit. */
    boolean isAboveLimit(long micros) {
        return micros > maxMicros;
    }

    /** Returns are counted per product; what has not been sold yet is as usual. */
    private boolean isRisky(Product product) {
        return treatment.lowReturnRiskOnly()
                && Value.returnRate(product.number(), baskets, settings) > settings.returnRate();
    }

    /**
     * Whether all needs that a candidate serves are those that a quiet product serves for the same anchor, wherever
     * the candidate comes from. What only the shop speaks for is asked beside everything here; without anything
     * here products of one type serve one need.
     */
    boolean servesQuietNeed(Candidate candidate) {
        if (quiet.isEmpty()) {
            return false;
        }
        if (!candidate.links().isEmpty()) {
            return candidate.links().stream().allMatch(link -> isQuiet(link, candidate.product()));
        }
        return switch (candidate.kind()) {
            case POPULAR, REPLENISHMENT -> false; // popular, or used up: it stands for itself
            case ADD_ON, SERVICE, UPGRADE, BUNDLE, SAMPLE, DEAL -> isQuietHere(candidate.product());
        };
    }

    private boolean isQuietHere(Product product) {
        List<Product> anchors = situation.products().anchors();
        if (anchors.isEmpty()) {
            return quiet.stream()
                    .anyMatch(other -> other.type().type().equals(product.type().type()));
        }
        return anchors.stream().anyMatch(anchor -> beside(anchor).areServedBy(product));
    }

    private boolean isQuiet(Link link, Product product) {
        QuietNeeds needs = beside(link.anchor());
        return needs.include(link.need()) || (link.relation().isEmpty() && needs.areServedBy(product));
    }

    private QuietNeeds beside(Product anchor) {
        return quietNeeds.computeIfAbsent(anchor.number(), _ -> new QuietNeeds(Anchor.of(anchor, situation), quiet));
    }

    /** The needs that quiet products serve beside one anchor. */
    private static final class QuietNeeds {
        private final Anchor anchor;
        private final Set<String> needs = new HashSet<>();

        QuietNeeds(Anchor anchor, List<Product> quiet) {
            this.anchor = anchor;
            quiet.forEach(product -> needs.addAll(anchor.needs(product)));
        }

        boolean include(String need) {
            return needs.contains(need);
        }

        boolean areServedBy(Product product) {
            return anchor.needs(product).stream().anyMatch(needs::contains);
        }
    }
}
