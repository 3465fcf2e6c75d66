package io.zugabe.recommendation.customer.adapter;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.zugabe.kit.cache.VersionedCache;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses how profiles are read from Redis. */
@Singleton
public class ProfileStore {

    @Produces
    @Singleton
    StoredProfiles profiles(
            VersionedCache cache,
            Vertx vertx,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.redis.hosts") String hosts,
            @ConfigProperty(name = "zugabe.cache.timeout", defaultValue = "100ms") Duration timeout) {
        StoredProfiles shared = new SharedClientProfiles(cache);
        return RedisAddress.parse(hosts)
                .<StoredProfiles>map(address -> new PipelinedProfiles(vertx, address, timeout, metrics, shared))
                .orElse(shared);
    }
}
