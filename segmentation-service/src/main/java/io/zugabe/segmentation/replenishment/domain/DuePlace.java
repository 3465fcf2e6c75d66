package io.zugabe.segmentation.replenishment.domain;

import java.time.Instant;

/** A place in the list of those who will need something again, which is by time, customer and product. */
public record DuePlace(Instant due, String customer, String product) {

    /** The place before all that are due at a time or later. */
    public static DuePlace before(Instant time) {
        return new DuePlace(time, "", "");
    }

    /** The place of a customer's product. */
    public static DuePlace of(DueCustomer due) {
        return new DuePlace(
                due.replenishment().due(), due.customer(), due.replenishment().product());
    }
}
