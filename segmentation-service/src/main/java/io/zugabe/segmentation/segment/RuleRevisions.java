package io.zugabe.segmentation.segment;

import io.smallrye.mutiny.Uni;

/** Tells whether rules changed. */
public interface RuleRevisions {

    /** Grows with every change of what is in force, of segments and of the treatment policy. */
    Uni<Long> current();
}
