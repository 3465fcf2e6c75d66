package io.zugabe.recommendation.feedback;

import io.smallrye.mutiny.Uni;

/** Where the key of the tracking tokens is kept: the same for all replicas, and over restarts. */
public interface TokenKeys {

    /** The key, 32 bytes. */
    Uni<byte[]> key();
}
