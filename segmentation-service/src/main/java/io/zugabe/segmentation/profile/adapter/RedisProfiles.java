package io.zugabe.segmentation.profile.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
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
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Profiles in Redis: key {@code profile:{<subject key>}}, value the API's message. */
@ApplicationScoped
class RedisProfiles implements ProfileCache {

    private static final Logger LOG = Logger.getLogger(RedisProfiles.class);
    private static final int CONCURRENCY = 64;
    private static final byte[] NOTHING = {};

    private final VersionedCache cache;
    private final ProfileMessages messages;
    private final UnreadableValues unreadable;
    private final Duration timeToLive;

    RedisProfiles(
            VersionedCache cache,
            ProfileMessages messages,
            UnreadableValues unreadable,
            @ConfigProperty(name = "zugabe.profile.cache-time-to-live") Duration timeToLive) {
        this.cache = cache;
        this.messages = messages;
        this.unreadable = unreadable;
        this.timeToLive = timeToLive;
    }

    @Override
    public Uni<List<VersionedProfile>> write(Collection<VersionedProfile> profiles) {
        return Uni.createFrom()
                .item(() -> entries(profiles))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(entries -> cache.putAll(entries, timeToLive)
                        .chain(stored -> missed(List.copyOf(profiles), entries, stored)));
    }

    @Override
    public Uni<Boolean> remove(Collection<Subject> subjects) {
        return Multi.createFrom()
                .iterable(subjects)
                .onItem()
                .transformToUniAndConcatenate(subject -> cache.remove(key(subject)))
                .collect()
                .asList()
                .map(removed -> !removed.contains(false));
    }

    private List<VersionedCache.Entry> entries(Collection<VersionedProfile> profiles) {
        return profiles.stream()
                .map(profile -> new VersionedCache.Entry(
                        key(profile.profile().subject()),
                        profile.version(),
                        messages.message(profile).toByteArray()))
                .toList();
    }

    /** Those of the profiles that were not stored and that Redis does not have otherwise. */
    private Uni<List<VersionedProfile>> missed(
            List<VersionedProfile> profiles, List<VersionedCache.Entry> entries, BitSet stored) {
        return Multi.createFrom()
                .range(0, profiles.size())
                .filter(place -> !stored.get(place))
                .onItem()
                .transformToUni(place -> missed(profiles.get(place), entries.get(place)))
                .merge(CONCURRENCY)
                .collect()
                .asList();
    }

    /** The profile itself if Redis does not have it now; nothing if it does. */
    private Uni<VersionedProfile> missed(VersionedProfile profile, VersionedCache.Entry entry) {
        return Uni.createFrom()
                .deferred(() -> replace(entry.key(), profile, entry.value()))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("A profile could not be written to the cache: %s", failure);
                    return false;
                })
                .map(holds -> holds ? null : profile);
    }

    private Uni<Boolean> put(String key, VersionedProfile profile, byte[] message) {
        return cache.put(key, profile.version(), message, timeToLive);
    }

    /**
     * A refused write means that a newer profile is there, or something that is none, or that Redis is
     * away: only a read tells.
     */
    private Uni<Boolean> replace(String key, VersionedProfile profile, byte[] message) {
        return cache.get(key).chain(found -> {
            byte[] there = found.orElse(NOTHING);
            if (version(profile.profile().subject(), there) >= profile.version()) {
                return Uni.createFrom().item(true);
            }
            return unreadable
                    .discard(key, there)
                    .chain(discarded -> discarded
                            ? put(key, profile, message)
                            : Uni.createFrom().item(false));
        });
    }

    /** The version of a subject's profile; −1 if it is none. */
    private static long version(Subject subject, byte[] message) {
        try {
            Profile profile = Profile.parseFrom(message);
            boolean own = profile.getSubjectId().equals(subject.id()) && profile.getVisitor() == subject.visitor();
            return own ? profile.getVersion() : -1;
        } catch (InvalidProtocolBufferException foreign) {
            return -1;
        }
    }

    private static String key(Subject subject) {
        return "profile:{" + subject.key() + "}";
    }
}
