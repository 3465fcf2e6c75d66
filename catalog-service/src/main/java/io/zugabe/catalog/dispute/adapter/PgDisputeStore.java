package io.zugabe.catalog.dispute.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.dispute.DisputeStore;
import io.zugabe.catalog.dispute.domain.Decision;
import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.dispute.domain.MisfitReport;
import io.zugabe.catalog.dispute.domain.ProductPair;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.adapter.CommitOrder;
import io.zugabe.catalog.live.adapter.PayloadTable;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.Placed;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Disputes in PostgreSQL. Each is read and written in one transaction that has its turn to commit, so
 * that of two reports at once the second sees the first.
 */
@Singleton
final class PgDisputeStore implements DisputeStore {

    private static final PayloadTable DISPUTES = new PayloadTable("dispute");
    private static final String READ = "select payload, position from dispute where id = $1";
    private static final String NOTE_REQUEST =
            "insert into dispute_request (dispute_id, request_id) values ($1, $2) on conflict do nothing";

    private final Pool pool;

    PgDisputeStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Placed<Dispute>> report(ProductPair pair, MisfitReport report, Verdict verdict, List<String> evidence) {
        String id = pair.disputeId();
        return pool.withTransaction(transaction -> CommitOrder.await(transaction)
                .chain(() -> isNew(transaction, id, report.requestId()))
                .chain(isNew -> read(transaction, id)
                        .chain(stored -> stored.isPresent() && (!isNew || shows(stored.get(), report))
                                ? Uni.createFrom().item(stored.get())
                                : write(
                                        transaction,
                                        stored.map(placed -> placed.value().reported(report))
                                                .orElseGet(() -> Dispute.opened(pair, report, verdict, evidence))))));
    }

    @Override
    public Uni<Optional<Placed<Dispute>>> decide(
            String disputeId, String etag, Dispute.State settled, Decision decision) {
        return pool.withTransaction(transaction -> CommitOrder.await(transaction)
                .chain(() -> read(transaction, disputeId))
                .invoke(stored -> stored.ifPresent(placed -> check(placed, etag)))
                .chain(stored -> stored.isEmpty()
                        ? Uni.createFrom().item(Optional.<Placed<Dispute>>empty())
                        : write(transaction, stored.get().value().decided(settled, decision))
                                .map(Optional::of)));
    }

    /** The reports that a dispute shows are known however long ago they were made. */
    private static boolean shows(Placed<Dispute> stored, MisfitReport report) {
        return stored.value().reports().stream()
                .anyMatch(each -> each.requestId().equals(report.requestId()));
    }

    private static Uni<Boolean> isNew(SqlConnection transaction, String id, String requestId) {
        return transaction
                .preparedQuery(NOTE_REQUEST)
                .execute(Tuple.of(id, requestId))
                .map(noted -> noted.rowCount() > 0);
    }

    private static Uni<Optional<Placed<Dispute>>> read(SqlConnection transaction, String id) {
        return transaction.preparedQuery(READ).execute(Tuple.of(id)).map(PgDisputeStore::toDispute);
    }

    private static Uni<Placed<Dispute>> write(SqlConnection transaction, Dispute dispute) {
        byte[] payload = DisputeMessages.toMessage(dispute).toByteArray();
        return DISPUTES.upsert(transaction, List.of(dispute.id()), List.of(payload))
                .map(position -> new Placed<>(position, dispute));
    }

    private static void check(Placed<Dispute> stored, String etag) {
        if (!etag.isEmpty() && !etag.equals(CatalogEntry.etag(stored.position()))) {
            String id = stored.value().id();
            throw ZugabeException.of(
                    CatalogReason.ETAG_MISMATCH,
                    "the dispute \"" + id + "\" has changed since it was read; read it again",
                    Map.of("dispute_id", id));
        }
    }

    private static Optional<Placed<Dispute>> toDispute(RowSet<Row> rows) {
        Iterator<Row> found = rows.iterator();
        if (!found.hasNext()) {
            return Optional.empty();
        }
        Row row = found.next();
        try {
            Dispute dispute = DisputeMessages.toDispute(io.zugabe.catalog.v1.Dispute.parseFrom(
                    row.getBuffer("payload").getBytes()));
            return Optional.of(new Placed<>(row.getLong("position"), dispute));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a stored dispute is damaged", e);
        }
    }
}
