package io.zugabe.segmentation.returns.domain;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A model of returns with its products in the order of their ids.
 *
 * @param version of the model
 */
public record ReturnCatalog(ReturnModel model, NavigableMap<String, ProductReturns> products, int version) {

    public ReturnCatalog(ReturnModel model, int version) {
        this(model, new TreeMap<>(model.products()), version);
    }

    /** A customer's part. */
    public CustomerTendency tendency(ReturnHistory history) {
        double logit = model.customerLogit(history);
        return new CustomerTendency(logit, model.customerProbability(logit));
    }
}
