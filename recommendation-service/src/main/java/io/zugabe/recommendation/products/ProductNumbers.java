package io.zugabe.recommendation.products;

import io.zugabe.recommendation.products.domain.ProductIds;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one dictionary of products that all of this process shares. */
@Singleton
public class ProductNumbers {

    @Produces
    @Singleton
    ProductIds ids() {
        return new ProductIds();
    }
}
