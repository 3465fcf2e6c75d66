package io.zugabe.segmentation.model;

import java.util.Map;

/** What a training is told, and whom it tells how far it is. */
public interface TrainingContext {

    /** As asked for, and found right by {@link Trainer#check}. */
    Map<String, String> parameters();

    /** Seed of all randomness; parameter "seed", else 1. */
    long seed();

    /**
     * Says how far the training is. To be called at least every few seconds of work; costs next to nothing.
     *
     * @param progress 0 to 1
     * @param step what is being done, for a person
     * @throws TrainingCancelled if the training is to end
     */
    void report(double progress, String step);
}
