package io.zugabe.segmentation.log;

/** Which products the shop has, as far as that is known. */
public interface KnownProducts {

    /** False if the product is certainly not, and was not lately, in the catalog. */
    boolean mayExist(String productId);
}
