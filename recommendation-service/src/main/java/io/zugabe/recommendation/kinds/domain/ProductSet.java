package io.zugabe.recommendation.kinds.domain;

import io.zugabe.recommendation.replica.domain.Product;
import java.util.List;

/** Products by one property. */
public sealed interface ProductSet {

    boolean has(Product product);

    /** The product with an id. */
    record OfId(String id) implements ProductSet {
        @Override
        public boolean has(Product product) {
            return product.id().equals(id);
        }
    }

    /** Products of a type or a type below it. */
    record OfType(String type) implements ProductSet {
        @Override
        public boolean has(Product product) {
            return product.type().isA(type);
        }
    }

    /** Products of a brand. */
    record OfBrand(String brand) implements ProductSet {
        @Override
        public boolean has(Product product) {
            return product.brand().equals(brand);
        }
    }

    /** Products whose category path starts with these elements. */
    record OfCategory(List<String> path) implements ProductSet {
        public OfCategory {
            path = List.copyOf(path);
        }

        @Override
        public boolean has(Product product) {
            List<String> category = product.category();
            return category.size() >= path.size()
                    && category.subList(0, path.size()).equals(path);
        }
    }
}
