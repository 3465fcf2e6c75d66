package io.zugabe.segmentation.uplift;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets a customer's part in experiments; models trained from now on know nothing of it. */
@ApplicationScoped
public class EraseTrainingData {

    private final TrainingDataStore store;

    EraseTrainingData(TrainingDataStore store) {
        this.store = store;
    }

    /** Deletes all rows of a unit, in all data sets; returns how many there were. */
    public Uni<Long> erase(String customerId) {
        return store.eraseUnit(customerId);
    }
}
