package io.zugabe.segmentation.profile;

import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the cache has missed: profiles, as many as may wait in memory, and beyond these the position
 * after which every change in the store is suspected to be missing.
 */
final class MissedWrites {

    /** No change is suspected. */
    private static final long NOTHING = Long.MAX_VALUE;

    private static final int MOST = 2_000;

    private final Map<Subject, VersionedProfile> waiting = new LinkedHashMap<>();
    private long suspectedAfter = NOTHING;
    private @Nullable Sweep sweep;

    synchronized void add(Collection<VersionedProfile> profiles) {
        for (VersionedProfile profile : profiles) {
            Subject subject = profile.profile().subject();
            if (waiting.size() < MOST || waiting.containsKey(subject)) {
                waiting.merge(subject, profile, (a, b) -> a.version() > b.version() ? a : b);
            } else {
                after(profile.version() - 1);
            }
        }
    }

    synchronized void after(long position) {
        suspectedAfter = Math.min(suspectedAfter, position);
    }

    synchronized List<VersionedProfile> take(int most) {
        List<VersionedProfile> taken = new ArrayList<>(most);
        Iterator<VersionedProfile> iterator = waiting.values().iterator();
        while (iterator.hasNext() && taken.size() < most) {
            taken.add(iterator.next());
            iterator.remove();
        }
        return taken;
    }

    /**
     * Where to go on reading the store: the sweep under way, or a new one if there is a suspicion. What
     * comes under suspicion during a sweep may lie behind it, and gets a sweep of its own afterwards.
     */
    synchronized Optional<Sweep> sweep() {
        if (sweep == null && suspectedAfter != NOTHING) {
            sweep = new Sweep(suspectedAfter, "");
            suspectedAfter = NOTHING;
        }
        return Optional.ofNullable(sweep);
    }

    /** Moves the sweep on to a key, or ends it if there are no keys left. */
    synchronized void sweptUpTo(Optional<String> key) {
        Sweep current = sweep;
        sweep = current == null || key.isEmpty() ? null : new Sweep(current.version(), key.get());
    }

    synchronized boolean none() {
        return waiting.isEmpty() && suspectedAfter == NOTHING && sweep == null;
    }

    synchronized int count() {
        return waiting.size() + (suspectedAfter == NOTHING && sweep == null ? 0 : 1);
    }

    /**
     * One pass over the store in the order of keys.
     *
     * @param version profiles with a version in (version, ∞) may be missing
     * @param key subjects with keys up to here have been looked at; empty for none
     */
    record Sweep(long version, String key) {}
}
