package io.zugabe.segmentation.model;

/** Someone wants the training to end. */
public final class TrainingCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrainingCancelled() {
        super("the training was cancelled", null, false, false);
    }
}
