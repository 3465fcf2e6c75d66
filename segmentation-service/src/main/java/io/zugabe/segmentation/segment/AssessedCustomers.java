package io.zugabe.segmentation.segment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.Profile;
import java.util.List;
import java.util.Optional;

/** Customers and visitors with their features, computed as they are asked for. */
public interface AssessedCustomers {

    /** One; empty if nothing is known of them. */
    Uni<Optional<Customer>> find(Subject subject);

    /** Those after one, by key; may take long, and is done off the event loop. */
    Uni<Page> after(String key, int most);

    /** Their number, estimated. */
    Uni<Long> count();

    /**
     * Somebody.
     *
     * @param features derived ones included
     */
    record Customer(Profile profile, FeatureVector features) {}

    /**
     * Customers.
     *
     * @param lastKey empty if there were none left
     */
    record Page(List<Customer> customers, Optional<String> lastKey) {}
}
