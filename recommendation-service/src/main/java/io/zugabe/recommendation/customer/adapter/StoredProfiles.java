package io.zugabe.recommendation.customer.adapter;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Profiles in Redis, as segmentation-service writes them. */
interface StoredProfiles {

    /** The serialized profile under a key; empty if there is none or Redis is away. Never fails. */
    Uni<Optional<byte[]>> find(String key);
}
