package io.zugabe.catalog.watch.endpoint;

import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.fit.domain.FitTable;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.Follower;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.live.domain.LiveEvent;
import io.zugabe.catalog.live.domain.Placed;
import io.zugabe.catalog.v1.SnapshotEnd;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * One follower's way through the catalog: a snapshot, or what changed since it was last here; then every
 * change. The follower is told of changes from before the snapshot is taken, so none is lost between the
 * two; some come twice, which changes nothing.
 */
final class WatchSession {

    private final LiveCatalog catalog;
    private final Follower follower;
    private final Outbound out;
    private final Duration heartbeat;
    private final long start;
    private SentTable sent;

    WatchSession(LiveCatalog catalog, Follower follower, Outbound out, Duration heartbeat) {
        this.catalog = catalog;
        this.follower = follower;
        this.out = out;
        this.heartbeat = heartbeat;
        this.start = catalog.position();
        this.sent = new SentTable(catalog.table());
    }

    /** Sends until the thread is interrupted. */
    void run(String resumeFrom, long deletionFloor) throws InterruptedException {
        OptionalLong position = WatchPosition.resumable(resumeFrom, sent.table().version(), deletionFloor, start);
        if (position.isPresent()) {
            sendChangesSince(position.getAsLong());
        } else {
            sendSnapshot();
        }
        while (true) {
            LiveEvent event = follower.next(heartbeat.toMillis());
            if (follower.overflowed()) {
                throw Outbound.tooSlow("too many changes wait for it");
            }
            if (event == null) {
                out.send(WatchMessages.heartbeat(heartbeat.multipliedBy(2)));
            } else if (event instanceof LiveEvent.TableReplaced replaced) {
                sendTable(replaced);
            } else if (event.position() > start) {
                send(event);
            }
        }
    }

    private void sendSnapshot() throws InterruptedException {
        out.send(WatchMessages.snapshotBegin(catalog.productCount()));
        sent.sendAll(out);
        for (CatalogEntry entry : catalog.products().values()) {
            sent.introduce(entry.group(), out);
            out.send(WatchMessages.product(entry));
        }
        for (var relation : catalog.relations().values()) {
            out.send(WatchMessages.change(new LiveEvent.RelationChanged(relation.position(), relation.value())));
        }
        for (Placed<Dispute> dispute : catalog.disputes().newestFirst()) {
            if (dispute.value().blocks()) {
                out.send(WatchMessages.blockedPair(dispute.value()));
            }
        }
        reach(start);
        out.send(WatchCatalogResponse.newBuilder().setSnapshotEnd(SnapshotEnd.getDefaultInstance()));
    }

    private void sendChangesSince(long position) throws InterruptedException {
        sent.sendAll(out);
        List<LiveEvent> changes = new ArrayList<>(catalog.deletionsAfter(position));
        for (CatalogEntry entry : catalog.products().values()) {
            changes.add(new LiveEvent.ProductChanged(entry.position(), entry));
        }
        for (var relation : catalog.relations().values()) {
            changes.add(new LiveEvent.RelationChanged(relation.position(), relation.value()));
        }
        for (Placed<Dispute> dispute : catalog.disputes().newestFirst()) {
            changes.add(new LiveEvent.DisputeChanged(dispute.position(), dispute.value()));
        }
        changes.removeIf(change -> change.position() <= position || change.position() > start);
        changes.sort(Comparator.comparingLong(LiveEvent::position));
        for (LiveEvent change : changes) {
            send(change);
        }
        reach(start);
        out.send(WatchMessages.heartbeat(heartbeat.multipliedBy(2)));
    }

    private void send(LiveEvent change) throws InterruptedException {
        if (change instanceof LiveEvent.ProductChanged(long _, CatalogEntry entry)) {
            sent.introduce(entry.group(), out);
        }
        reach(change.position());
        out.send(WatchMessages.change(change));
    }

    /** Until the last regrouped product is sent, a follower that loses the stream must start anew. */
    private void sendTable(LiveEvent.TableReplaced replaced) throws InterruptedException {
        FitTable table = replaced.table();
        if (table == sent.table()) {
            return;
        }
        out.at("");
        sent = new SentTable(table);
        sent.sendAll(out);
        for (CatalogEntry entry : replaced.regrouped()) {
            sent.introduce(entry.group(), out);
            out.send(WatchMessages.product(entry));
        }
        for (LiveEvent.RelationChanged relation : replaced.reread()) {
            out.send(WatchMessages.change(relation));
        }
        reach(Math.max(start, replaced.position()));
        out.send(WatchMessages.heartbeat(heartbeat.multipliedBy(2)));
    }

    private void reach(long position) {
        out.at(WatchPosition.of(sent.table().version(), position));
    }
}
