package io.zugabe.segmentation.profile.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.kit.cache.VersionedCache;
import io.zugabe.segmentation.assessment.ProfileCache;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.v1.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
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

    /** One key of a profile. */
    private record Place(Subject owner, ServedProfile profile, VersionedCache.Entry entry) {}

    @Override
    public Uni<List<ServedProfile>> write(Collection<ServedProfile> profiles) {
        return Uni.createFrom()
                .item(() -> places(profiles))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(places -> cache.putAll(places.stream().map(Place::entry).toList(), timeToLive)
                        .chain(stored -> missed(places, stored)));
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

    private List<Place> places(Collection<ServedProfile> profiles) {
        List<Place> places = new ArrayList<>(profiles.size());
        for (ServedProfile profile : profiles) {
            byte[] message = messages.message(profile).toByteArray();
            places.add(place(profile.subject(), profile, message));
            profile.others().forEach(other -> places.add(place(other, profile, message)));
        }
        return places;
    }

    private static Place place(Subject owner, ServedProfile profile, byte[] message) {
        return new Place(owner, profile, new VersionedCache.Entry(key(owner), profile.revision(), message));
    }

    /** Those of the profiles that were not stored everywhere and that Redis does not have otherwise. */
    private Uni<List<ServedProfile>> missed(List<Place> places, BitSet stored) {
        return Multi.createFrom()
                .range(0, places.size())
                .filter(place -> !stored.get(place))
                .onItem()
                .transformToUni(place -> missed(places.get(place)))
                .merge(CONCURRENCY)
                .select()
                .distinct()
                .collect()
                .asList();
    }

    /** The profile itself if Redis does not have it now; nothing if it does. */
    private Uni<ServedProfile> missed(Place place) {
        return Uni.createFrom()
                .deferred(() -> replace(place))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("A profile could not be written to the cache: %s", failure);
                    return false;
                })
                .map(holds -> holds ? null : place.profile());
    }

    /**
     * A refused write means that a newer profile is there, or something that is none, or that Redis is
     * away: only a read tells.
     */
    private Uni<Boolean> replace(Place place) {
        VersionedCache.Entry entry = place.entry();
        return cache.get(entry.key()).chain(found -> {
            byte[] there = found.orElse(NOTHING);
            if (revision(place.owner(), there) >= entry.version()) {
                return Uni.createFrom().item(true);
            }
            return unreadable
                    .discard(entry.key(), there)
                    .chain(discarded -> discarded
                            ? cache.put(entry.key(), entry.version(), entry.value(), timeToLive)
                            : Uni.createFrom().item(false));
        });
    }

    /** The revision of a profile that speaks of a subject; −1 if it is none. */
    private static long revision(Subject owner, byte[] message) {
        try {
            Profile profile = Profile.parseFrom(message);
            boolean own = profile.getSubjectId().equals(owner.id()) && profile.getVisitor() == owner.visitor();
            return own || profile.getMemberIdsList().contains(owner.key())
                    ? Math.max(profile.getVersion(), profile.getRevision())
                    : -1;
        } catch (InvalidProtocolBufferException foreign) {
            return -1;
        }
    }

    private static String key(Subject subject) {
        return "profile:{" + subject.key() + "}";
    }
}
