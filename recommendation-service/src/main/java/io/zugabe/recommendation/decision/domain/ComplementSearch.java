package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.Bucket;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.FitTable;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import io.zugabe.recommendation.replica.domain.Selector;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns a relation into products by looking through all of them. Where things have to fit, it starts from the fit groups that fit the
 * anchor, so that the one cable that fits is found among thousands that do not. A few products that
 * will be dropped come along, so that a trace can say why the obvious one is missing.
 */
final class ComplementSearch {

    private static final int MOST_FOR_TRACE = 20;
    private static final int MOST_SCANNED = 5_000;

    private final Situation situation;
    private final Eligibility eligibility;
    private final Product anchor;
    private final Selector complement;
    private final int most;
    private final List<Product> found = new ArrayList<>();
    private final IntOpenHashSet seen = new IntOpenHashSet();
    private int scanned;
    private int forTrace;

    private ComplementSearch(
            Relation relation, Product anchor, Situation situation, Eligibility eligibility, Settings settings) {
        this.situation = situation;
        this.eligibility = eligibility;
        this.anchor = anchor;
        this.complement = relation.complement();
        this.most = settings.candidatesPerRelation();
    }

    static List<Product> find(
            Relation relation, Product anchor, Situation situation, Eligibility eligibility, Settings settings) {
        ComplementSearch search = new ComplementSearch(relation, anchor, situation, eligibility, settings);
        search.addFitting();
        search.addSelected();
        return search.found;
    }

    private void addFitting() {
        CatalogSnapshot catalog = situation.catalog();
        List<Product> fitting = new ArrayList<>();
        collect(catalog.fit().partsOf(anchor.fitGroup()).keySet(), fitting);
        collect(catalog.fit().hostsOf(anchor.fitGroup()).keySet(), fitting);
        fitting.sort(Comparator.comparingDouble(
                        (Product product) -> -product.appeal(situation.baskets().keptOf(product.number())))
                .thenComparing(Product::id));
        fitting.stream()
                .limit(most)
                .filter(product -> seen.add(product.number()))
                .forEach(found::add);
    }

    private void collect(LongSet groups, List<Product> fitting) {
        groups.forEach(group -> {
            Bucket bucket = situation.catalog().fitGroup(group);
            for (int place = 0; place < bucket.size() && scanned < MOST_SCANNED; place++, scanned++) {
                Product product = eligibility.admits(bucket.at(place))
                        ? situation.catalog().product(bucket.at(place))
                        : null;
                if (product != null
                        && complement.matches(product)
                        && !situation.catalog().fit().excluded(anchor, product)) {
                    fitting.add(product);
                }
            }
        });
    }

    private void addSelected() {
        CatalogSnapshot catalog = situation.catalog();
        Bucket bucket = catalog.select(complement);
        for (int place = 0; place < bucket.size() && found.size() < most && scanned < MOST_SCANNED; place++) {
            scanned++;
            int number = bucket.at(place);
            boolean admitted = eligibility.admits(number);
            if (!admitted && forTrace >= MOST_FOR_TRACE) {
                continue;
            }
            Product product = catalog.product(number);
            if (product != null && complement.matches(product) && !seen.contains(number)) {
                add(product, admitted);
            }
        }
    }

    private void add(Product product, boolean admitted) {
        if (admitted && fitsIfItMust(product)) {
            found.add(product);
        } else if (forTrace < MOST_FOR_TRACE) {
            forTrace++;
            found.add(product);
        }
    }

    private boolean fitsIfItMust(Product product) {
        FitTable fit = situation.catalog().fit();
        return !fit.excluded(anchor, product)
                && (!fit.gated(anchor.type(), product.type())
                        || fit.match(anchor, product).isPresent());
    }
}
