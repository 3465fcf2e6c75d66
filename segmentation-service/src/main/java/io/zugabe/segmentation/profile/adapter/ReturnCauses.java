package io.zugabe.segmentation.profile.adapter;

import io.zugabe.segmentation.profile.domain.ReturnCause;
import io.zugabe.segmentation.v1.Refund;

/** The causes of returns by the reasons that events give. */
public final class ReturnCauses {

    private ReturnCauses() {}

    /** The cause that a reason stands for. */
    public static ReturnCause of(Refund.Reason reason) {
        return switch (reason) {
            case REASON_DEFECTIVE, REASON_NOT_AS_DESCRIBED, REASON_LATE -> ReturnCause.SHOP;
            case REASON_CANCELLED -> ReturnCause.CANCELLED;
            case REASON_UNSPECIFIED, REASON_NOT_WANTED, REASON_DOES_NOT_FIT, REASON_OTHER, UNRECOGNIZED ->
                ReturnCause.CUSTOMER;
        };
    }
}
