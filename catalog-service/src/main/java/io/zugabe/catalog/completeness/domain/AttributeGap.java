package io.zugabe.catalog.completeness.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;

/**
 * Attributes that are missing together, and what filling them would answer. What is asked next may turn
 * out to be missing too.
 *
 * @param attributes all of them are needed
 * @param products number of products that lack them
 * @param pairs number of pairs with a partner that are unknown for want of these attributes alone
 * @param revenue of these products in 30 days; a product whose sales are not reported counts as nothing
 * @param productsWithoutSales number of products whose sales are not reported
 * @param partnerTypes types of the partners
 * @param examples ids of some of the products
 * @param requiredForFit whether one of the attributes is declared as required
 */
public record AttributeGap(
        SortedSet<String> attributes,
        long products,
        long pairs,
        BigDecimal revenue,
        long productsWithoutSales,
        List<String> partnerTypes,
        List<String> examples,
        boolean requiredForFit) {

    /** Whether filling it answers anything as the catalog is. */
    public boolean answersPairs() {
        return pairs > 0;
    }
}
