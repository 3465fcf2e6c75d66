package io.zugabe.catalog.live;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;

/** Lets writers wait until the catalog in memory has reached a position. */
final class Visibility {

    private final ConcurrentSkipListMap<Long, CompletableFuture<Void>> waiting = new ConcurrentSkipListMap<>();
    private volatile long reached;

    Uni<Void> await(long position) {
        if (position <= reached) {
            return Uni.createFrom().voidItem();
        }
        CompletableFuture<Void> future = waiting.computeIfAbsent(position, _ -> new CompletableFuture<>());
        if (position <= reached) {
            future.complete(null);
        }
        // the thread that follows the log has better things to do than what comes after a write
        return Uni.createFrom().completionStage(future).emitOn(Infrastructure.getDefaultWorkerPool());
    }

    void reach(long position) {
        reached = position;
        Iterator<Map.Entry<Long, CompletableFuture<Void>>> due =
                waiting.headMap(position, true).entrySet().iterator();
        while (due.hasNext()) {
            CompletableFuture<Void> future = due.next().getValue();
            due.remove();
            future.complete(null);
        }
    }
}
