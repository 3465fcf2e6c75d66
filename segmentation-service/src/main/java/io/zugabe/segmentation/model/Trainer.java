package io.zugabe.segmentation.model;

import io.zugabe.kit.error.Violations;
import java.util.Map;

/**
 * Learns models of one kind; found by being a CDI bean. Implementations read their data through ports of
 * their own.
 */
public interface Trainer {

    /** What its models are for; 1 to 40 characters of [a-z0-9_], unique in the service. */
    String kind();

    /**
     * Notes what is wrong with parameters, each as a field {@code "parameters.<name>"}. Called before a run
     * is begun; must be quick.
     */
    void check(Map<String, String> parameters, Violations violations);

    /** Whether it can be trained daily though nobody has ever asked for it with parameters. */
    boolean trainsUnasked();

    /**
     * Trains. Called on the one training thread of the service, so that it may take its time, use a whole
     * processor, and wait for stores. Has no effect but what it returns; the same data, parameters and seed
     * give the same bytes.
     *
     * @throws io.zugabe.kit.error.ZugabeException if the data do not allow it; its message is shown with the run
     * @throws TrainingCancelled handed on from {@link TrainingContext#report}
     */
    Trained train(TrainingContext context);
}
