package io.zugabe.catalog.product.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.catalog.product.ProductStore.PatchedBatch;
import io.zugabe.catalog.product.domain.OfferPatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was patched since a product was last written as a whole, in a column beside its payload. Call only
 * after {@link io.zugabe.catalog.live.adapter.CommitOrder#await}.
 */
final class OfferColumn {

    private static final String SELECT = "select id, offer from product where id = any($1) and not deleted";

    private static final String UPDATE = """
            update product
            set offer = sent.offer, position = nextval('catalog_position'), update_time = now()
            from unnest($1::text[], $2::bytea[]) as sent(id, offer)
            where product.id = sent.id
            returning product.position""";

    private OfferColumn() {}

    /** Patches those products that exist. No two patches may be of the same product. */
    static Uni<PatchedBatch> patch(SqlConnection transaction, List<OfferPatch> patches) {
        String[] ids = patches.stream().map(OfferPatch::productId).toArray(String[]::new);
        return transaction
                .preparedQuery(SELECT)
                .execute(Tuple.tuple().addArrayOfString(ids))
                .chain(stored -> update(transaction, patches, stored));
    }

    private static Uni<PatchedBatch> update(SqlConnection transaction, List<OfferPatch> patches, RowSet<Row> stored) {
        Map<String, OfferPatch> unknown = new LinkedHashMap<>();
        patches.forEach(patch -> unknown.put(patch.productId(), patch));
        List<String> ids = new ArrayList<>();
        List<Buffer> offers = new ArrayList<>();
        for (Row row : stored) {
            OfferPatch patch = unknown.remove(row.getString(0));
            if (patch != null) {
                ids.add(patch.productId());
                offers.add(Buffer.buffer(
                        OfferMessages.toStored(earlier(row).then(patch)).toByteArray()));
            }
        }
        if (ids.isEmpty()) {
            return Uni.createFrom().item(new PatchedBatch(0, unknown.keySet()));
        }
        io.vertx.sqlclient.Tuple values = io.vertx.sqlclient.Tuple.tuple()
                .addArrayOfString(ids.toArray(String[]::new))
                .addArrayOfBuffer(offers.toArray(Buffer[]::new));
        return transaction
                .preparedQuery(UPDATE)
                .execute(Tuple.newInstance(values))
                .map(written -> new PatchedBatch(highest(written), unknown.keySet()));
    }

    private static OfferPatch earlier(Row row) {
        io.vertx.mutiny.core.buffer.Buffer offer = row.getBuffer(1);
        try {
            return offer == null ? OfferMessages.NONE : OfferMessages.ofStored(offer.getBytes());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the stored offer of " + row.getString(0) + " is damaged", e);
        }
    }

    private static long highest(RowSet<Row> written) {
        long highest = 0;
        for (Row row : written) {
            highest = Math.max(highest, row.getLong(0));
        }
        return highest;
    }
}
