package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.Bucket;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import io.zugabe.recommendation.replica.domain.Selector;
import java.util.ArrayList;
import java.util.List;

/** The products that a relation leads to, the best first; a few of many. */
final class Selected {

    private static final int MOST = 50;

    private Selected() {}

    static List<Product> by(Relation relation, CatalogSnapshot catalog) {
        Selector selector = relation.complement();
        if (selector instanceof Selector.ById byId) {
            return catalog.find(byId.id()).stream().toList();
        }
        Bucket bucket = catalog.select(selector);
        List<Product> selected = new ArrayList<>();
        for (int place = 0; place < Math.min(bucket.size(), MOST); place++) {
            Product product = catalog.product(bucket.at(place));
            if (product != null && selector.matches(product)) {
                selected.add(product);
            }
        }
        return selected;
    }
}
