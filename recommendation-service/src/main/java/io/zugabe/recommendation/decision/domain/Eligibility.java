package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.Product;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final Filters filters;
    private final long checkoutMicros;
    private final Treated treated;
    private final Gate gate;

    Eligibility(Situation situation, Settings settings) {
        request = situation.request();
        treated = new Treated(situation, settings);
        Products products = situation.products();
        for (Product product : products.asked()) {
            anchors.add(product.number());
            addVariants(product);
        }
        for (Product product : products.anchors()) {
            anchors.add(product.number());
            addVariants(product);
        }
        for (Product product : products.cart()) {
            cart.add(product.number());
            addVariants(product);
        }
        for (Products.Owned entry : products.owned()) {
            if (!entry.product().consumable()) {
                owned.add(entry.product().number());
                addVariants(entry.product());
            }
        }
        excluded = Set.copyOf(request.filter().exclude());
        filters = new Filters(situation);
        checkoutMicros = budget(situation, settings);
        gate = new Gate(situation, settings, this);
    }

    private void addVariants(Product product) {
        if (!product.variantGroup().isEmpty()) {
            variantGroups.add(product.variantGroup());
        }
    }

    /** Numbers of all products that must not be offered, whatever else holds. */
    IntSet barred(CatalogSnapshot catalog) {
        IntSet barred = new IntOpenHashSet(anchors);
        barred.addAll(cart);
        barred.addAll(owned);
        excluded.forEach(id -> catalog.find(id).ifPresent(product -> barred.add(product.number())));
        return barred;
    }

    Set<String> variantGroups() {
        return variantGroups;
    }

    Treated treated() {
        return treated;
    }

    /** At the checkout a cart that costs nothing leaves nothing; elsewhere there need not be a cart. */
    private static long budget(Situation situation, Settings settings) {
        double share = situation.rules().maxCartShare();
        long cart = situation.products().cartMicros();
        if (situation.placement() == Placement.CHECKOUT) {
            return (long) (cart * Math.min(share, settings.checkoutShare()));
        }
        return share > 0 && cart > 0 ? (long) (cart * share) : Long.MAX_VALUE;
    }

    /** What the request and the placement's rules wish. */
    Filters filters() {
        return filters;
    }

    /** Whether the customer has a product that is not consumed. */
    boolean owns(Product product) {
        return owned.contains(product.number());
    }

    boolean isInCart(Product product) {
        return cart.contains(product.number());
    }

    /** Most that a single offer to this customer may cost, in micros. */
    long affordable() {
        return gate.most();
    }

    static List<Candidate> apply(List<Candidate> candidates, Eligibility eligibility, StageTrace.Writer trace) {
        List<Candidate> passed = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Optional<Drop> drop = eligibility.judge(candidate);
            if (drop.isPresent()) {
                trace.dropped(candidate.product().id(), drop.get());
            } else {
                trace.passed(candidate.product().id(), candidate::code, Map::of);
                passed.add(candidate);
            }
        }
        return passed;
    }

    private Optional<Drop> judge(Candidate candidate) {
        Optional<Drop> drop = judge(candidate.product(), candidate.kind());
        return drop.isEmpty() && treated.servesQuietNeed(candidate) ? Optional.of(Drop.NEED_QUIET) : drop;
    }

    /** Whether a product may be offered, as an add-on or, if it is one, as a service: {@link #judge} without the reason. */
    boolean admits(int number) {
        return gate.admits(number);
    }

    /** Whether {@link #admits} no product at all. */
    boolean isClosed() {
        return gate.isClosed();
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
        return unwanted(product, kind).or(() -> tooExpensive(product, kind)).or(() -> treated.judge(product, kind));
    }

    /**
     * Why a product may not be bought instead of another; empty if it may. It may be a variant of that one.
     *
     * @param anchor what it would replace
     * @param adds what it adds to what the customer pays, in micros
     */
    Optional<Drop> judgeInstead(Product product, Product anchor, long adds) {
        if (anchors.contains(product.number())) {
            return Optional.of(Drop.IS_ANCHOR);
        }
        if (cart.contains(product.number())) {
            return Optional.of(Drop.IN_CART);
        }
        return judgePart(product, anchor, OfferKind.UPGRADE)
                .or(() -> judgeTotal(product.price().micros(), adds, OfferKind.UPGRADE));
    }

    /**
     * Why a product may not be part of a bundle; empty if it may. It may be in the cart.
     *
     * @param anchor what the bundle starts from
     */
    Optional<Drop> judgePart(Product product, Product anchor) {
        return judgePart(product, anchor, OfferKind.BUNDLE);
    }

    private Optional<Drop> judgePart(Product product, Product anchor, OfferKind kind) {
        if (owned.contains(product.number())) {
            return Optional.of(Drop.OWNED);
        }
        if (isVariantOfAnother(product, anchor)) {
            return Optional.of(Drop.VARIANT);
        }
        if (!product.inStock()) {
            return Optional.of(Drop.OUT_OF_STOCK);
        }
        if (product.price().micros() <= 0) {
            return Optional.of(Drop.NO_PRICE);
        }
        return unwanted(product, kind).or(() -> treated.judge(product, kind));
    }

    /** Whether it is a variant of something here or owned other than itself and the anchor. */
    private boolean isVariantOfAnother(Product product, Product anchor) {
        return variantGroups.contains(product.variantGroup())
                && !product.variantGroup().equals(anchor.variantGroup())
                && !anchors.contains(product.number())
                && !cart.contains(product.number());
    }

    /** Why an offer may not cost so much; empty if it may. */
    Optional<Drop> judgeTotal(long micros, long adds, OfferKind kind) {
        if (adds > checkoutMicros) {
            return Optional.of(Drop.ABOVE_CART_SHARE);
        }
        return treated.isAboveLimit(micros) ? Optional.of(Drop.ABOVE_CUSTOMER_LIMIT) : filters.judgePrice(micros, kind);
    }

    /** Why a product may not come with the order as a sample; empty if it may. */
    Optional<Drop> judgeSample(Product product) {
        if (anchors.contains(product.number()) || cart.contains(product.number())) {
            return Optional.of(anchors.contains(product.number()) ? Drop.IS_ANCHOR : Drop.IN_CART);
        }
        if (owned.contains(product.number())) {
            return Optional.of(Drop.OWNED);
        }
        if (variantGroups.contains(product.variantGroup())) {
            return Optional.of(Drop.VARIANT);
        }
        if (!product.inStock()) {
            return Optional.of(Drop.OUT_OF_STOCK);
        }
        return unwanted(product, OfferKind.SAMPLE).or(() -> treated.judge(product, OfferKind.SAMPLE));
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
        return filters.judge(product, kind);
    }

    private Optional<Drop> tooExpensive(Product product, OfferKind kind) {
        long price = product.price().micros();
        if (price <= 0) {
            return Optional.of(Drop.NO_PRICE);
        }
        return price > checkoutMicros ? Optional.of(Drop.ABOVE_CART_SHARE) : filters.judgePrice(price, kind);
    }
}
