package io.zugabe.segmentation.model.domain;

/** Whether a model is in force. */
public enum ModelState {
    /** Has not been in force. */
    CANDIDATE,
    /** In force. */
    PUBLISHED,
    /** Was in force. */
    RETIRED
}
