package io.zugabe.segmentation.profile.adapter;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.kit.cache.VersionedCache;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.ProfileCache;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import io.zugabe.segmentation.v1.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Profiles in Redis: key {@code profile:{<subject key>}}, value the API's message. */
@ApplicationScoped
class RedisProfiles implements ProfileCache {

    private static final int CONCURRENCY = 64;

    private final VersionedCache cache;
    private final ProfileMessages messages;
    private final Duration timeToLive;

    RedisProfiles(
            VersionedCache cache,
            ProfileMessages messages,
            @ConfigProperty(name = "zugabe.profile.cache-time-to-live") Duration timeToLive) {
        this.cache = cache;
        this.messages = messages;
        this.timeToLive = timeToLive;
    }

    @Override
    public Uni<List<VersionedProfile>> write(Collection<VersionedProfile> profiles) {
        return Multi.createFrom()
                .iterable(profiles)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToUni(this::missed)
                .merge(CONCURRENCY)
                .collect()
                .asList();
    }

    /** The profile itself if Redis does not have it now; nothing if it does. */
    private Uni<VersionedProfile> missed(VersionedProfile profile) {
        Profile message = messages.message(profile);
        String key = key(profile.profile().subject());
        return cache.put(key, profile.version(), message.toByteArray(), timeToLive)
                .chain(stored -> stored ? Uni.createFrom().item(true) : holds(key, profile.version()))
                .map(holds -> holds ? null : profile);
    }

    /** A refused write means that a newer version is there, or that Redis is away: only a read tells. */
    private Uni<Boolean> holds(String key, long version) {
        return cache.get(key)
                .map(found -> found.map(bytes -> version(bytes) >= version).orElse(false));
    }

    private static long version(byte[] message) {
        try {
            return Profile.parseFrom(message).getVersion();
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException("Redis holds something that is no profile", e);
        }
    }

    private static String key(Subject subject) {
        return "profile:{" + subject.key() + "}";
    }
}
