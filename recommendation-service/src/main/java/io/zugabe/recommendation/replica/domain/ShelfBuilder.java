package io.zugabe.recommendation.replica.domain;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.objects.ObjectIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

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
    private final IntOpenHashSet seen = new IntOpenHashSet();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final ProductRows rows;
    private final byte[] known;
    private boolean complete = true;

    /**
     * @param most products of one need
     * @param popularity by product number, 0 or more
     */
    ShelfBuilder(CatalogSnapshot catalog, Relation relation, Product anchor, int most, IntToDoubleFunction popularity) {
        this.catalog = catalog;
        this.relation = relation;
        this.anchor = anchor;
        this.most = most;
        this.popularity = popularity;
        this.rows = catalog.rows();
        this.known = new byte[rows.types()];
    }

    Shelf build() {
        addFitting();
        addSelected();
        List<Shelf.Need> needs = new ArrayList<>();
        parts.forEach((need, part) -> needs.add(part.need(need)));
        return new Shelf(needs, complete);
    }

    private void addFitting() {
        List<Fitting> fitting = new ArrayList<>();
        collect(catalog.fit().partsOf(anchor.fitGroup()), fitting);
        collect(catalog.fit().hostsOf(anchor.fitGroup()), fitting);
        fitting.sort(Comparator.comparingDouble(Fitting::appeal)
                .reversed()
                .thenComparing(each -> each.product().id()));
        fitting.forEach(each -> add(each.product(), each.limited()));
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
                    complete = false;
                    break;
                }
                Product product = catalog.product(bucket.at(place));
                if (product == null || !relation.complement().matches(product)) {
                    continue;
                }
                if (!catalog.fit().isExcludedByMaker(anchor, product)) {
                    taken++;
                    fitting.add(
                            new Fitting(product, limited, product.appeal(popularity.applyAsDouble(product.number()))));
                }
            }
        }
    }

    private void addSelected() {
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
            if (product != null
                    && relation.complement().matches(product)
                    && !catalog.fit().isExcludedByMaker(anchor, product)) {
                add(product, false);
            }
        }
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

    private void add(Product product, boolean limited) {
        Part part = parts.computeIfAbsent(relation.needFor(product), ignored -> new Part());
        if (part.products.size() == most) {
            complete = false;
        } else if (seen.add(product.number())) {
            part.products.add(product.number());
            part.limited.add(limited);
        }
    }

    private record Fitting(Product product, boolean limited, double appeal) {}

    private static final class Part {

        private final IntArrayList products = new IntArrayList();
        private final List<Boolean> limited = new ArrayList<>();

        Shelf.Need need(String name) {
            boolean[] limits = new boolean[limited.size()];
            for (int place = 0; place < limits.length; place++) {
                limits[place] = limited.get(place);
            }
            return new Shelf.Need(name, products.toIntArray(), limits);
        }
    }
}
