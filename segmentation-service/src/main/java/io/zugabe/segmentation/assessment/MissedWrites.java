package io.zugabe.segmentation.assessment;

import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the cache has missed: whose profiles, as many as may wait in memory, and beyond these the revision
 * after which every change in the store is suspected to be missing. The profiles themselves do not wait:
 * whoever is erased meanwhile would come back with them.
 */
final class MissedWrites {

    /** No change is suspected. */
    private static final long NOTHING = Long.MAX_VALUE;

    private static final int MOST = 2_000;

    private final Set<Subject> waiting = new LinkedHashSet<>();
    private long suspectedAfter = NOTHING;
    private @Nullable Sweep sweep;

    synchronized void add(Collection<ServedProfile> profiles) {
        for (ServedProfile profile : profiles) {
            Subject subject = profile.subject();
            if (waiting.size() < MOST) {
                waiting.add(subject);
            } else if (!waiting.contains(subject)) {
                after(profile.revision() - 1);
            }
        }
    }

    synchronized void after(long revision) {
        suspectedAfter = Math.min(suspectedAfter, revision);
    }

    /** Takes some of those who wait; who calls reads their profiles. */
    synchronized List<Subject> take(int most) {
        List<Subject> taken = waiting.stream().limit(most).toList();
        taken.forEach(waiting::remove);
        return taken;
    }

    /** Lets wait again who was taken. */
    synchronized void putBack(Collection<Subject> taken) {
        waiting.addAll(taken);
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
        sweep = current == null || key.isEmpty() ? null : new Sweep(current.revision(), key.get());
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
     * @param revision profiles with a revision in (revision, ∞) may be missing
     * @param key subjects with keys up to here have been looked at; empty for none
     */
    record Sweep(long revision, String key) {}
}
