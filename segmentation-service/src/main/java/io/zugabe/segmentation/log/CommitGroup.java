package io.zugabe.segmentation.log;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.zugabe.segmentation.log.domain.Acknowledgement;
import io.zugabe.segmentation.log.domain.Appended;
import io.zugabe.segmentation.log.domain.NewEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The batches that one transaction makes durable. */
final class CommitGroup {

    private final List<Batch> batches = new ArrayList<>();
    private final List<NewEvent> distinct = new ArrayList<>();
    private final Map<String, Integer> placeById = new HashMap<>();
    private int size;

    /** A batch and whoever waits for its acknowledgement. */
    record Batch(List<NewEvent> events, UniEmitter<? super Acknowledgement> emitter) {

        long bytes() {
            return events.stream().mapToLong(NewEvent::size).sum();
        }
    }

    void add(Batch batch) {
        batches.add(batch);
        size += batch.events().size();
        for (NewEvent event : batch.events()) {
            if (placeById.putIfAbsent(event.eventId(), distinct.size()) == null) {
                distinct.add(event);
            }
        }
    }

    /** Whether one of the events must count at once. */
    boolean presses() {
        return distinct.stream().anyMatch(event -> event.kind().presses());
    }

    /** The events of all batches, the first of those that share an id. */
    List<NewEvent> distinct() {
        return distinct;
    }

    /** Number of events, those that share an id each counted. */
    int size() {
        return size;
    }

    /** Acknowledges every batch, in the order in which they were added. */
    void acknowledge(Appended outcome) {
        BitSet unclaimed = (BitSet) outcome.fresh().clone();
        for (Batch batch : batches) {
            int appended = 0;
            for (NewEvent event : batch.events()) {
                int place = placeById.getOrDefault(event.eventId(), distinct.size());
                if (unclaimed.get(place)) {
                    unclaimed.clear(place);
                    appended++;
                }
            }
            int accepted = batch.events().size();
            long position = accepted == 0 ? 0 : outcome.endPosition();
            batch.emitter().complete(new Acknowledgement(position, appended, accepted - appended));
        }
    }

    /** Acknowledges batches of which nothing was accepted. */
    void acknowledge(long endPosition) {
        acknowledge(new Appended(endPosition, new BitSet()));
    }

    /** Tells every batch that it is not known to be durable. */
    void fail(Throwable failure) {
        batches.forEach(batch -> batch.emitter().fail(failure));
    }
}
