package io.zugabe.recommendation.replica.domain;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.objects.ObjectIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
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

    private final CatalogSnapshot catalog;
    private final Relation relation;
    private final Product anchor;
    private final int most;
    private final IntToDoubleFunction popularity;
    private final IntOpenHashSet seen = new IntOpenHashSet();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<TypePath, Boolean> gated = new IdentityHashMap<>();
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
            for (int place = 0; place < bucket.size(); place++) {
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
            Product product = catalog.product(bucket.at(place));
            if (product != null
                    && relation.complement().matches(product)
                    && !isGated(product.type())
                    && !catalog.fit().isExcludedByMaker(anchor, product)) {
                add(product, false);
            }
        }
    }

    /** Types are few, products many. */
    private boolean isGated(TypePath type) {
        Boolean known = gated.get(type);
        if (known == null) {
            known = catalog.fit().gated(anchor.type(), type);
            gated.put(type, known);
        }
        return known;
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
