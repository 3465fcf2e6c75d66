package io.zugabe.segmentation.uplift;

import io.zugabe.segmentation.uplift.domain.UpliftModel;

/** How uplift models are kept. */
public interface UpliftBytes {

    byte[] encode(UpliftModel model);

    /** A model; throws IllegalArgumentException if the bytes are none. */
    UpliftModel decode(byte[] bytes);
}
