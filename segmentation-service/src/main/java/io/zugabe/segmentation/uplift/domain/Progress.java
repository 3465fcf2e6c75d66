package io.zugabe.segmentation.uplift.domain;

/** Is told how far a training is; may end it by throwing. */
public interface Progress {

    /**
     * Takes note.
     *
     * @param share done, 0 to 1
     * @param step what is being done
     */
    void report(double share, String step);
}
