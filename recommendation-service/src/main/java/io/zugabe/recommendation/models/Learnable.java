package io.zugabe.recommendation.models;

import java.time.Duration;
import java.util.function.DoubleConsumer;

/**
 * A model that can be learned, kept and served.
 *
 * @param <M> the model; immutable
 */
public interface Learnable<M> {

    /** Names the kind of model, for archive, threads and logs. */
    String kind();

    /** Whether it was learned from the event log, so that it goes when that is replaced. */
    boolean isOfTheLog();

    /**
     * Whether to learn now.
     *
     * @param age of the model in force; very old if there is none
     */
    boolean isDue(Duration age);

    /** Learns, on the caller's thread; the progress goes from 0 to 1. */
    M learn(DoubleConsumer progress);

    byte[] write(M model);

    /** Reads what was written; fails with IllegalArgumentException on anything else. */
    M read(byte[] bytes);

    /** Serves a model from now on. */
    void publish(M model, String version);

    /** Serves nothing any more. */
    void forget();

    /** How far the model is that is learned now, in [0, 1]. */
    void progress(double share);
}
