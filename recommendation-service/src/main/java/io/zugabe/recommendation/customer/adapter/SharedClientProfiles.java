package io.zugabe.recommendation.customer.adapter;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.cache.VersionedCache;
import java.util.Optional;

/** Through the Redis client that everything else uses, too: works with whatever Redis it can reach. */
final class SharedClientProfiles implements StoredProfiles {

    private final VersionedCache cache;

    SharedClientProfiles(VersionedCache cache) {
        this.cache = cache;
    }

    @Override
    public Uni<Optional<byte[]>> find(String key) {
        return cache.get(key);
    }
}
