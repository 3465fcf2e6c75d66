package io.zugabe.recommendation.customer;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.customer.domain.Customer;

/** Where profiles come from. */
public interface CustomerReader {

    /**
     * Reads what is known of a customer; never fails.
     *
     * @param customerId empty if unknown; then the visitor is read
     */
    Uni<Customer> read(String customerId, String visitorId);
}
