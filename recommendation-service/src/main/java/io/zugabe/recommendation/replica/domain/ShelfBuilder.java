package io.zugabe.recommendation.replica.domain;

import it.unimi.dsi.fastutil.booleans.BooleanArrayList;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.ObjectIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Turns a relation into a {@link Shelf}. Where things have to fit, it starts from the fit groups that fit the anchor, so
 * that the one cable that fits is found among thousands that do not.
 */
final class ShelfBuilder {

    private static final int MOST_SCANNED = 5_000;

    /** What is known of a type, as bits. */
    private static final int ASKED = 1;

    private static final int MATCHES = 2;
    private static final int GATED = 4;

    private final CatalogSnapshot catalog;
    private final Relation relation;
    private final Product anchor;
    private final int most;
    private final IntToDoubleFunction popularity;
    private final IntToDoubleFunction worth;
    private final IntOpenHashSet seen = new IntOpenHashSet();
    private final Map<String, Part> byNeed = new LinkedHashMap<>();
    private final @Nullable Part[] parts;
    private final ProductRows rows;
    private final byte[] known;
    private boolean complete = true;
    private long leastPrice = Long.MAX_VALUE;

    /**
     * @param most products of one need
     * @param popularity by product number, 0 or more
     * @param worth by product number, what one brings if it is taken
     */
    ShelfBuilder(
            CatalogSnapshot catalog,
            Relation relation,
            Product anchor,
            int most,
            IntToDoubleFunction popularity,
            IntToDoubleFunction worth) {
        this.catalog = catalog;
        this.relation = relation;
        this.anchor = anchor;
        this.most = most;
        this.popularity = popularity;
        this.worth = worth;
        this.rows = catalog.rows();
        this.known = new byte[rows.types()];
        this.parts = new Part[known.length];
    }

    Shelf build() {
        addFitting();
        addSelected();
        List<Shelf.Need> needs = new ArrayList<>();
        byNeed.forEach((need, part) -> needs.add(part.need(need)));
        return new Shelf(needs, complete, leastPrice);
    }

    private void addFitting() {
        List<Fitting> fitting = new ArrayList<>();
        collect(catalog.fit().partsOf(anchor.fitGroup()), fitting);
        collect(catalog.fit().hostsOf(anchor.fitGroup()), fitting);
        fitting.sort(Comparator.comparingDouble(Fitting::appeal)
                .reversed()
                .thenComparing(each -> each.product().id()));
        fitting.forEach(each -> add(each.product().number(), each.limited()));
    }

    private void collect(Long2ObjectMap<FitCell> cells, List<Fitting> fitting) {
        ObjectIterator<Long2ObjectMap.Entry<FitCell>> each =
                cells.long2ObjectEntrySet().iterator();
        while (each.hasNext()) {
            Long2ObjectMap.Entry<FitCell> cell = each.next();
            boolean limited = cell.getValue().verdict() == Verdict.FITS_WITH_LIMITS;
            Bucket bucket = catalog.fitGroup(cell.getLongKey());
            int taken = 0;
            int size = mayMatch(bucket) ? bucket.size() : 0;
            for (int place = 0; place < size; place++) {
                if (taken == most || fitting.size() >= MOST_SCANNED) {
                    leaveOut(bucket.at(place), limited);
                    continue;
                }
                Product product = catalog.product(bucket.at(place));
                if (product != null && isLedTo(product)) {
                    taken++;
                    fitting.add(
                            new Fitting(product, limited, product.appeal(popularity.applyAsDouble(product.number()))));
                }
            }
        }
    }

    private void addSelected() {
        if (!leadsToUngated()) {
            return;
        }
        Bucket bucket = catalog.select(relation.complement());
        int scanned = 0;
        for (int place = 0; place < bucket.size(); place++) {
            if (scanned++ == MOST_SCANNED) {
                complete = false;
                break;
            }
            if (about(rows.type(bucket.at(place))) != (ASKED | MATCHES)) {
                continue;
            }
            Product product = catalog.product(bucket.at(place));
            if (product != null && isLedTo(product)) {
                add(product.number(), false);
            }
        }
    }

    /** Of those that are left out the cheapest come along, for customers who would not be offered anything dearer. */
    private void leaveOut(int number, boolean limited) {
        complete = false;
        long price = rows.price(number);
        if (price <= 0 || !rows.inStock(number)) {
            return;
        }
        leastPrice = Math.min(leastPrice, price);
        Part part = part(number);
        if (part.cheap.takes(price) && !seen.contains(number)) {
            Product product = catalog.product(number);
            if (product != null && isLedTo(product)) {
                part.cheap.take(number, price, limited);
            }
        }
    }

    private boolean isLedTo(Product product) {
        return relation.complement().matches(product) && !catalog.fit().isExcludedByMaker(anchor, product);
    }

    /** Often all that a relation leads to has to fit: then none of thousands need be looked at again. */
    private boolean leadsToUngated() {
        for (int type = 0; type < known.length; type++) {
            if (about(type) == (ASKED | MATCHES)) {
                return true;
            }
        }
        return false;
    }

    /** All products of a fit group are of one type. */
    private boolean mayMatch(Bucket ofGroup) {
        return ofGroup.size() > 0 && (about(rows.type(ofGroup.at(0))) & MATCHES) != 0;
    }

    /** Asked once of each type: types are few, products many. */
    private int about(int type) {
        if (type >= known.length) { // it came after this snapshot
            return ASKED;
        }
        if (known[type] == 0) {
            TypePath path = rows.typePath(type);
            known[type] = (byte) (ASKED
                    | (relation.complement().mayMatch(path) ? MATCHES : 0)
                    | (catalog.fit().gated(anchor.type(), path) ? GATED : 0));
        }
        return known[type];
    }

    private void add(int number, boolean limited) {
        Part part = part(number);
        if (part.products.size() == most) {
            leaveOut(number, limited);
        } else if (seen.add(number)) {
            part.add(number, limited);
        }
    }

    /** Needs follow from types. */
    private Part part(int number) {
        int type = rows.type(number);
        Part known = parts[type];
        if (known == null) {
            String need = relation.needFor(rows.typePath(type));
            known = byNeed.computeIfAbsent(need, ignored -> new Part());
            parts[type] = known;
        }
        return known;
    }

    private record Fitting(Product product, boolean limited, double appeal) {}

    /** The products of one need. */
    private final class Part {

        private final IntArrayList products = new IntArrayList();
        private final BooleanArrayList limited = new BooleanArrayList();
        private final LongArrayList prices = new LongArrayList();
        private final DoubleArrayList worths = new DoubleArrayList();
        private final Cheapest cheap = new Cheapest();

        void add(int number, boolean onlyLimited) {
            products.add(number);
            limited.add(onlyLimited);
            prices.add(rows.price(number));
            worths.add(worth.applyAsDouble(number));
        }

        Shelf.Need need(String name) {
            for (int place = 0; place < cheap.size(); place++) {
                if (seen.add(cheap.number(place))) {
                    add(cheap.number(place), cheap.isLimited(place));
                }
            }
            return new Shelf.Need(
                    name,
                    products.toIntArray(),
                    limited.toBooleanArray(),
                    prices.toLongArray(),
                    worths.toDoubleArray());
        }
    }
}
