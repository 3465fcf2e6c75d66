package io.zugabe.quickstart.imports;

import io.grpc.Channel;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.UpsertProductsRequest;
import io.zugabe.catalog.v1.UpsertProductsRequest.UnreadableValues;
import io.zugabe.catalog.v1.UpsertProductsResponse;
import io.zugabe.catalog.v1.UpsertResult;
import java.util.ArrayList;
import java.util.List;

/** Products over one upsert stream. */
final class ProductUpload implements Upload<Product> {

    private static final int BATCH = 200;
    private static final int BATCH_BYTES = 2 * 1024 * 1024;

    private final ImportReport report;
    private final boolean keepUnreadable;
    private final Acknowledged acknowledged;
    private final BatchStream<List<Long>, UpsertProductsRequest, UpsertProductsResponse> stream;
    private final List<Long> lines = new ArrayList<>();
    private UpsertProductsRequest.Builder batch;
    private int batchBytes;

    ProductUpload(Channel channel, ImportReport report) {
        this(channel, report, false, Acknowledged.NOBODY);
    }

    /**
     * @param keepUnreadable whether the catalog keeps values that it cannot read, as text and flagged
     * @param acknowledged told, in order, how far everything is stored or refused
     */
    ProductUpload(Channel channel, ImportReport report, boolean keepUnreadable, Acknowledged acknowledged) {
        this.report = report;
        this.keepUnreadable = keepUnreadable;
        this.acknowledged = acknowledged;
        this.batch = newBatch();
        this.stream =
                new BatchStream<>(CatalogServiceGrpc.newStub(channel)::upsertProducts, this::note, Retry.of(channel));
    }

    @Override
    public void add(long line, Product product) throws InterruptedException {
        int size = product.getSerializedSize();
        if (!lines.isEmpty() && (lines.size() == BATCH || batchBytes + size > BATCH_BYTES)) {
            send();
        }
        lines.add(line);
        batch.addProducts(product);
        batchBytes += size;
    }

    @Override
    public void close() throws InterruptedException {
        if (!lines.isEmpty()) {
            send();
        }
        stream.close();
    }

    private void send() throws InterruptedException {
        stream.send(List.copyOf(lines), batch.build());
        lines.clear();
        batch = newBatch();
        batchBytes = 0;
    }

    private UpsertProductsRequest.Builder newBatch() {
        return UpsertProductsRequest.newBuilder()
                .setUnreadableValues(
                        keepUnreadable
                                ? UnreadableValues.UNREADABLE_VALUES_KEEP_AS_TEXT
                                : UnreadableValues.UNREADABLE_VALUES_UNSPECIFIED);
    }

    private void note(List<Long> sentLines, UpsertProductsResponse response) {
        String stored = "";
        for (int i = 0; i < response.getResultsCount(); i++) {
            UpsertResult result = response.getResults(i);
            if (result.getStatus().getCode() == 0) {
                if (result.getUnchanged()) {
                    report.duplicates(1);
                } else {
                    report.accepted(1);
                }
                stored = result.getProductId();
            } else {
                report.rejected(sentLines.get(i), result.getProductId(), Fault.of(result.getStatus()));
            }
        }
        report.flush();
        acknowledged.until(sentLines.getLast(), stored);
    }
}
