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
import java.util.function.BooleanSupplier;

/**
 * What this instance's projector has done, for those who go on from there. It is a hint: who follows the
 * profiles finds everything by position as well, so what is forgotten here comes later, not never.
 */
@ApplicationScoped
public class ProfilesAdvanced {

    private static final int MOST_PRESSING = 10_000;

    private final Queue<UniEmitter<? super Boolean>> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<UniEmitter<? super Boolean>> waitingForPressing = new ConcurrentLinkedQueue<>();
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
        if (!changed.isEmpty()) {
            tell(waitingForPressing);
        }
        tell(waiting);
    }

    private static void tell(Queue<UniEmitter<? super Boolean>> told) {
        UniEmitter<? super Boolean> next = told.poll();
        while (next != null) {
            next.complete(true);
            next = told.poll();
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
        return position > other;
    }

    private synchronized boolean anybodyPressing() {
        return !pressing.isEmpty();
    }

    /** True as soon as profiles are beyond a position; false if they are not after the given time. */
    public Uni<Boolean> awaitBeyond(long known, Duration longest) {
        return await(waiting, () -> beyond(known), longest);
    }

    /** True as soon as somebody should be looked at first; false if nobody should after the given time. */
    public Uni<Boolean> awaitPressing(Duration longest) {
        return await(waitingForPressing, this::anybodyPressing, longest);
    }

    private static Uni<Boolean> await(
            Queue<UniEmitter<? super Boolean>> among, BooleanSupplier alreadySo, Duration longest) {
        Uni<Boolean> advance = Uni.createFrom().emitter(emitter -> {
            among.add(emitter);
            emitter.onTermination(() -> among.remove(emitter));
            if (alreadySo.getAsBoolean()) {
                emitter.complete(true);
            }
        });
        return advance.ifNoItem().after(longest).recoverWithItem(false);
    }
}
