package io.zugabe.catalog.completeness.domain;

import io.zugabe.catalog.product.domain.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Counts what one gap is about. */
final class GapTally {

    private static final int MOST_EXAMPLES = 5;
    private static final int MOST_PARTNER_TYPES = 20;

    private final SortedSet<String> attributes;
    private final SortedSet<String> partnerTypes = new TreeSet<>();
    private final List<String> examples = new ArrayList<>();
    private BigDecimal revenue = BigDecimal.ZERO;
    private boolean required;
    private long products;
    private long pairs;
    private long withoutSales;

    GapTally(SortedSet<String> attributes) {
        this.attributes = attributes;
    }

    boolean names(String attribute) {
        return attributes.contains(attribute);
    }

    void addPairs(long more, String partnerType) {
        pairs += more;
        partnerTypes.add(partnerType);
    }

    void add(Product product) {
        products++;
        Long sold = product.unitsSold();
        if (sold == null) {
            withoutSales++;
        } else {
            revenue = revenue.add(product.price().amount().multiply(BigDecimal.valueOf(sold)));
        }
        if (examples.size() < MOST_EXAMPLES) {
            examples.add(product.id());
        }
    }

    void require(boolean requiredForFit) {
        required |= requiredForFit;
    }

    AttributeGap gap() {
        return new AttributeGap(
                attributes,
                products,
                pairs,
                revenue,
                withoutSales,
                partnerTypes.stream().limit(MOST_PARTNER_TYPES).toList(),
                examples.stream().sorted().toList(),
                required);
    }
}
