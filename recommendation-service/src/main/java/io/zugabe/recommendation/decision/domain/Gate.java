package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.ProductRows;
import io.zugabe.recommendation.replica.domain.TypePath;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;
import java.util.Set;

/**
 * Part of stage 4: {@link Eligibility#judge} as one question about a product's number, for those who look at hundreds of
 * products and keep few. It reads rows instead of objects and does not say why.
 */
final class Gate {

    private static final byte UNSEEN = 0;
    private static final byte OPEN = 1;
    private static final byte SHUT = 2;

    private static final int SPREAD = 0x9E3779B9;
    private static final int MARK_BITS = 6;

    private final CatalogSnapshot catalog;
    private final ProductRows rows;
    private final BasketModel baskets;
    private final Settings settings;
    private final List<String> types;
    private final Treated treated;
    private final IntSet barred;
    private final long barredMarks;
    private final IntSet variantGroups = new IntOpenHashSet();
    private final boolean addOns;
    private final boolean services;
    private final Filters filters;
    private final boolean looksAtProducts;
    private final long least;
    private final long most;
    private final boolean allTypes;
    private final byte[] byType;

    Gate(Situation situation, Settings settings, Eligibility eligibility) {
        this.catalog = situation.catalog();
        this.rows = catalog.rows();
        this.baskets = situation.baskets();
        this.settings = settings;
        this.types = situation.request().filter().types();
        this.treated = eligibility.treated();
        this.filters = eligibility.filters();
        this.barred = eligibility.barred(catalog);
        barred.addAll(treated.quietNumbers());
        this.barredMarks = marks(barred);
        addGroups(eligibility.variantGroups());
        addGroups(treated.quietVariants());
        this.addOns = mayBe(OfferKind.ADD_ON, situation.request());
        this.services = mayBe(OfferKind.SERVICE, situation.request());
        this.looksAtProducts = filters.looksAtProducts();
        this.least = Math.max(filters.least(), 1);
        this.most = Math.min(eligibility.budget(), Math.min(filters.most(), treated.most()));
        this.allTypes = types.isEmpty()
                && situation.customer().profile().treatment().excludedTypes().isEmpty();
        this.byType = new byte[allTypes ? 0 : rows.types()];
    }

    /** A bit for each of a few products, so that of most others one look says that they are not among them. */
    private static long marks(IntSet products) {
        long marks = 0;
        for (int product : products) {
            marks |= mark(product);
        }
        return marks;
    }

    private static long mark(int product) {
        return 1L << (product * SPREAD >>> Integer.SIZE - MARK_BITS);
    }

    private void addGroups(Set<String> groups) {
        for (String group : groups) {
            variantGroups.add(rows.variantGroup(group));
        }
    }

    private boolean mayBe(OfferKind kind, OfferRequest request) {
        return (request.kinds().isEmpty() || request.kinds().contains(kind))
                && treated.judge(kind).isEmpty()
                && filters.judge(kind).isEmpty();
    }

    /** Most that an offer may cost, in micros. */
    long most() {
        return most;
    }

    /** Whether no product at all may be offered. */
    boolean isClosed() {
        return !addOns && !services;
    }

    /** Whether a product may be offered, as an add-on or, if it is one, as a service. */
    boolean admits(int number) {
        long price = rows.price(number);
        if (!rows.inStock(number) || price < least || price > most || isBarred(number)) {
            return false;
        }
        int group = rows.variantGroup(number);
        return (group == 0 || !variantGroups.contains(group))
                && (rows.isService(number) ? services : addOns)
                && (allTypes || isOpen(rows.type(number)))
                && !(treated.lowRiskOnly() && Value.returnRate(number, baskets, settings) > settings.returnRate())
                && (!looksAtProducts && !rows.isRestricted(number) || isWished(number));
    }

    /** The few filters that rows do not answer; seldom asked. */
    private boolean isWished(int number) {
        Product product = catalog.product(number);
        return product != null
                && filters.judge(product, rows.isService(number) ? OfferKind.SERVICE : OfferKind.ADD_ON)
                        .isEmpty();
    }

    private boolean isBarred(int number) {
        return (barredMarks & mark(number)) != 0 && barred.contains(number);
    }

    private boolean isOpen(int type) {
        if (type >= byType.length) { // it came after this decision began
            return isOpen(rows.typePath(type));
        }
        if (byType[type] == UNSEEN) {
            byType[type] = isOpen(rows.typePath(type)) ? OPEN : SHUT;
        }
        return byType[type] == OPEN;
    }

    private boolean isOpen(TypePath path) {
        return (types.isEmpty() || types.stream().anyMatch(path::isA)) && !treated.excludes(path);
    }
}
