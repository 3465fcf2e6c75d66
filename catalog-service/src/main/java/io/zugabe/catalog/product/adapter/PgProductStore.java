package io.zugabe.catalog.product.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.zugabe.catalog.live.adapter.CommitOrder;
import io.zugabe.catalog.live.adapter.PayloadTable;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.product.ProductStore;
import io.zugabe.catalog.product.domain.OfferPatch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Products in PostgreSQL, written in batches. */
@Singleton
final class PgProductStore implements ProductStore {

    private static final PayloadTable PRODUCTS = PayloadTable.clearing("product", "offer");

    private final Pool pool;

    PgProductStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<WrittenBatch> write(List<ProductWrite> writes) {
        List<String> ids = writes.stream().map(write -> write.product().id()).toList();
        return pool.withTransaction(transaction -> CommitOrder.await(transaction)
                .chain(() -> PRODUCTS.positions(transaction, ids))
                .chain(stored -> write(transaction, writes, stored)));
    }

    @Override
    public Uni<PatchedBatch> patch(List<OfferPatch> patches) {
        return pool.withTransaction(
                transaction -> CommitOrder.await(transaction).chain(() -> OfferColumn.patch(transaction, patches)));
    }

    @Override
    public Uni<Long> delete(String id) {
        return pool.withTransaction(
                transaction -> CommitOrder.await(transaction).chain(() -> PRODUCTS.delete(transaction, id)));
    }

    private static Uni<WrittenBatch> write(
            SqlConnection transaction, List<ProductWrite> writes, Map<String, Long> stored) {
        List<WriteResult> results = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<byte[]> payloads = new ArrayList<>();
        for (ProductWrite write : writes) {
            String id = write.product().id();
            Long position = stored.get(id);
            String etag = position == null ? "" : CatalogEntry.etag(position);
            if (!write.etag().isEmpty() && !write.etag().equals(etag)) {
                results.add(WriteResult.CHANGED_MEANWHILE);
                continue;
            }
            if (position != null && position == write.equalAt()) {
                results.add(WriteResult.UNCHANGED);
                continue;
            }
            results.add(position == null ? WriteResult.CREATED : WriteResult.REPLACED);
            ids.add(id);
            payloads.add(ProductMessages.toStored(write.product()).toByteArray());
        }
        return PRODUCTS.upsert(transaction, ids, payloads).map(position -> new WrittenBatch(position, results));
    }
}
