package io.zugabe.catalog.completeness.domain;

import java.util.List;

/**
 * The gaps as far as there was time to count them.
 *
 * @param pairsCut whether not all pairs were compared: gaps may be absent, and have more pairs and products
 * @param productsCut whether not all products were counted: gaps may be absent, and have more products and revenue
 */
public record CountedGaps(List<AttributeGap> gaps, boolean pairsCut, boolean productsCut) {

    public CountedGaps {
        gaps = List.copyOf(gaps);
    }
}
