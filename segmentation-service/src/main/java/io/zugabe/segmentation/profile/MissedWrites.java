package io.zugabe.segmentation.profile;

import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the cache has missed: profiles, as many as may wait in memory, and beyond these the position
 * after which every change in the store is suspected to be missing.
 */
final class MissedWrites {

    /** No change is suspected. */
    static final long NOTHING = Long.MAX_VALUE;

    private static final int MOST = 2_000;

    private final Map<Subject, VersionedProfile> waiting = new LinkedHashMap<>();
    private long suspectedAfter = NOTHING;

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

    synchronized long suspectedAfter() {
        return suspectedAfter;
    }

    /** Moves on unless an earlier position has come under suspicion meanwhile. */
    synchronized void suspectedMovesOn(long from, long to) {
        if (suspectedAfter == from) {
            suspectedAfter = to;
        }
    }

    synchronized boolean none() {
        return waiting.isEmpty() && suspectedAfter == NOTHING;
    }

    synchronized int count() {
        return waiting.size() + (suspectedAfter == NOTHING ? 0 : 1);
    }
}
