package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.replica.domain.Product;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Stage 4: what must not be offered to this customer here, however well it goes with the anchor. Also
 * asked while candidates are gathered, so that what may not be offered takes nobody's place.
 */
final class Eligibility {

    private final OfferRequest request;
    private final IntSet anchors = new IntOpenHashSet();
    private final IntSet cart = new IntOpenHashSet();
    private final IntSet owned = new IntOpenHashSet();
    private final Set<String> variantGroups = new HashSet<>();
    private final Set<String> excluded;
    private final long maxMicros;
    private final long checkoutMicros;
    private final Treated treated;

    Eligibility(Situation situation, Settings settings) {
        request = situation.request();
        treated = new Treated(situation, settings);
        Products products = situation.products();
        Stream.concat(products.asked().stream(), products.anchors().stream())
                .forEach(product -> anchors.add(product.number()));
        products.cart().forEach(product -> cart.add(product.number()));
        List<Product> kept = products.owned().stream()
                .map(Products.Owned::product)
                .filter(product -> !product.consumable())
                .toList();
        kept.forEach(product -> owned.add(product.number()));
        Stream.of(products.asked(), products.anchors(), products.cart(), kept)
                .flatMap(List::stream)
                .map(Product::variantGroup)
                .filter(group -> !group.isEmpty())
                .forEach(variantGroups::add);
        excluded = Set.copyOf(request.filter().exclude());
        maxMicros = request.filter().maxPrice().map(Money::micros).orElse(Long.MAX_VALUE);
        checkoutMicros = situation.placement() == Placement.CHECKOUT
                ? (long) (products.cartMicros() * settings.checkoutShare())
                : Long.MAX_VALUE;
    }

    static List<Candidate> apply(List<Candidate> candidates, Eligibility eligibility, StageTrace.Writer trace) {
        List<Candidate> passed = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Optional<Drop> drop = eligibility.judge(candidate);
            if (drop.isPresent()) {
                trace.dropped(candidate.product().id(), drop.get());
            } else {
                trace.passed(candidate.product().id(), candidate.code(), Map.of());
                passed.add(candidate);
            }
        }
        return passed;
    }

    private Optional<Drop> judge(Candidate candidate) {
        Optional<Drop> drop = judge(candidate.product(), candidate.kind());
        return drop.isEmpty() && treated.servesQuietNeed(candidate) ? Optional.of(Drop.NEED_QUIET) : drop;
    }

    /** Why a product may not be offered; empty if it may. */
    Optional<Drop> judge(Product product, OfferKind kind) {
        if (anchors.contains(product.number())) {
            return Optional.of(Drop.IS_ANCHOR);
        }
        if (cart.contains(product.number())) {
            return Optional.of(Drop.IN_CART);
        }
        if (owned.contains(product.number()) && !product.consumable()) {
            return Optional.of(Drop.OWNED);
        }
        if (variantGroups.contains(product.variantGroup())) {
            return Optional.of(Drop.VARIANT);
        }
        if (!product.inStock()) {
            return Optional.of(Drop.OUT_OF_STOCK);
        }
        return unwanted(product, kind).or(() -> tooExpensive(product)).or(() -> treated.judge(product, kind));
    }

    /** Most that all offers of the list may cost together, in micros. */
    long budget() {
        return checkoutMicros;
    }

    private Optional<Drop> unwanted(Product product, OfferKind kind) {
        if (excluded.contains(product.id())) {
            return Optional.of(Drop.EXCLUDED);
        }
        if (!request.kinds().isEmpty() && !request.kinds().contains(kind)) {
            return Optional.of(Drop.KIND_NOT_WANTED);
        }
        List<String> types = request.filter().types();
        if (!types.isEmpty() && types.stream().noneMatch(product.type()::isA)) {
            return Optional.of(Drop.TYPE_NOT_WANTED);
        }
        return Optional.empty();
    }

    private Optional<Drop> tooExpensive(Product product) {
        long price = product.price().micros();
        if (price <= 0) {
            return Optional.of(Drop.NO_PRICE);
        }
        if (price > maxMicros) {
            return Optional.of(Drop.ABOVE_MAX_PRICE);
        }
        return price > checkoutMicros ? Optional.of(Drop.ABOVE_CART_SHARE) : Optional.empty();
    }
}
