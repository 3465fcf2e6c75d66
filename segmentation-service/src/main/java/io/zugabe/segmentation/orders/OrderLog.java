package io.zugabe.segmentation.orders;

import io.zugabe.segmentation.orders.domain.CustomerSample;
import java.time.Instant;
import java.util.function.DoubleConsumer;

/** Orders and returns of customers, as the log has them. */
public interface OrderLog {

    /**
     * Reads the log from its beginning to where it ends now, and keeps a sample of customers. What somebody
     * ordered counts for the person who they are: a merged customer for whom they were merged into, a visitor
     * for the customer whom they were linked to. Visitors who are nobody's are left out: they come again under
     * other names. Blocks; not to be called on an event loop.
     *
     * @param progress told how far it is, 0 to 1
     */
    History read(CustomerSample.Limits limits, DoubleConsumer progress);

    /**
     * What was read.
     *
     * @param position up to where
     * @param last time of the latest order; the epoch if there is none
     */
    record History(CustomerSample sample, long position, Instant last) {}
}
