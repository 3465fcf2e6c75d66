package io.zugabe.segmentation.profile;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.zugabe.segmentation.log.domain.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What this instance's projector has done, for those who go on from there. It is a hint: who follows the
 * profiles finds everything by position as well, so what is forgotten here comes later, not never.
 */
@ApplicationScoped
public class ProfilesAdvanced {

    private static final int MOST_PRESSING = 10_000;

    private final Queue<UniEmitter<? super Boolean>> waiting = new ConcurrentLinkedQueue<>();
    private final Set<Subject> pressing = new LinkedHashSet<>();
    private long position;

    /**
     * Notes that profiles were brought forward.
     *
     * @param changed those who should be looked at first
     */
    void to(long newPosition, Collection<Subject> changed) {
        synchronized (this) {
            position = Math.max(position, newPosition);
            Iterator<Subject> subjects = changed.iterator();
            while (subjects.hasNext() && pressing.size() < MOST_PRESSING) {
                pressing.add(subjects.next());
            }
        }
        UniEmitter<? super Boolean> next = waiting.poll();
        while (next != null) {
            next.complete(true);
            next = waiting.poll();
        }
    }

    /** Up to here this instance has brought the profiles; 0 while others do. */
    public synchronized long position() {
        return position;
    }

    /** Takes some of those who should be looked at first. */
    public synchronized List<Subject> takePressing(int most) {
        List<Subject> taken = new ArrayList<>();
        Iterator<Subject> subjects = pressing.iterator();
        while (subjects.hasNext() && taken.size() < most) {
            taken.add(subjects.next());
            subjects.remove();
        }
        return taken;
    }

    private synchronized boolean beyond(long other) {
        return position > other || !pressing.isEmpty();
    }

    /** True as soon as profiles are beyond a position or somebody is pressing; false if neither is so after the given time. */
    public Uni<Boolean> awaitBeyond(long known, Duration longest) {
        Uni<Boolean> advance = Uni.createFrom().emitter(emitter -> {
            waiting.add(emitter);
            emitter.onTermination(() -> waiting.remove(emitter));
            if (beyond(known)) {
                emitter.complete(true);
            }
        });
        return advance.ifNoItem().after(longest).recoverWithItem(false);
    }
}
