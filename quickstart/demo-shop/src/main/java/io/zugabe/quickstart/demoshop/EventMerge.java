package io.zugabe.quickstart.demoshop;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Merges the events of all missions by time, then by mission. A mission is played when its day begins and forgotten with
 * its last event, so memory grows with the missions under way, not with the year.
 */
final class EventMerge implements Iterator<ShopEvent> {

    private static final Comparator<Pending> ORDER = Comparator.comparing(Pending::due)
            .thenComparingInt(pending -> pending.mission().customer())
            .thenComparingInt(pending -> pending.mission().number());

    private final PriorityQueue<Pending> queue = new PriorityQueue<>(ORDER);
    private final Instant end;
    private final Function<Mission, Iterator<ShopEvent>> play;

    EventMerge(Stream<Mission> missions, SimulatedYear year, Function<Mission, Iterator<ShopEvent>> play) {
        this.end = year.end();
        this.play = play;
        missions.forEach(mission ->
                queue.add(new Pending(year.midnight(mission.day()), mission, null, Collections.emptyIterator())));
        openDue();
    }

    @Override
    public boolean hasNext() {
        return !queue.isEmpty();
    }

    @Override
    public ShopEvent next() {
        Pending first = queue.poll();
        if (first == null || first.event() == null) {
            throw new NoSuchElementException();
        }
        advance(first.mission(), first.rest());
        openDue();
        return first.event();
    }

    private void openDue() {
        for (Pending head = queue.peek(); head != null && head.event() == null; head = queue.peek()) {
            queue.remove();
            advance(head.mission(), play.apply(head.mission()));
        }
    }

    /** Queues the mission's next event; what lies behind the end has not happened yet. */
    private void advance(Mission mission, Iterator<ShopEvent> rest) {
        if (rest.hasNext()) {
            ShopEvent event = rest.next();
            if (event.time().isBefore(end)) {
                queue.add(new Pending(event.time(), mission, event, rest));
            }
        }
    }

    /** A mission and its next event; none before it is played. */
    private record Pending(
            Instant due, Mission mission, @Nullable ShopEvent event, Iterator<ShopEvent> rest) {}
}
