package io.zugabe.segmentation.treatment.domain;

import java.time.Instant;

/** A product that is not to be offered until a time. */
public record QuietProduct(String productId, Instant until, Reason reason) {

    /** Why a product is quiet. */
    public enum Reason {
        DISMISSED,
        JUST_BOUGHT
    }
}
