package io.zugabe.segmentation.segment;

import io.smallrye.mutiny.Uni;

/** Holds rules in memory that are changed in the database. */
public interface RuleFollower {

    /**
     * Reads what is in force.
     *
     * @param revision of what is in force at least
     */
    Uni<Void> follow(long revision);
}
