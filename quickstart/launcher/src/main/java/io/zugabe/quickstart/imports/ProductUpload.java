package io.zugabe.quickstart.imports;

import io.grpc.Channel;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.UpsertProductsRequest;
import io.zugabe.catalog.v1.UpsertProductsResponse;
import io.zugabe.catalog.v1.UpsertResult;
import java.util.ArrayList;
import java.util.List;

/** Products over one upsert stream. */
final class ProductUpload implements Upload<Product> {

    private static final int BATCH = 200;

    private final ImportReport report;
    private final BatchStream<List<Long>, UpsertProductsRequest, UpsertProductsResponse> stream;
    private final List<Long> lines = new ArrayList<>();
    private UpsertProductsRequest.Builder batch = UpsertProductsRequest.newBuilder();

    ProductUpload(Channel channel, ImportReport report) {
        this.report = report;
        this.stream = new BatchStream<>(CatalogServiceGrpc.newStub(channel)::upsertProducts, this::note);
    }

    @Override
    public void add(long line, Product product) throws InterruptedException {
        lines.add(line);
        batch.addProducts(product);
        if (lines.size() == BATCH) {
            send();
        }
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
        batch = UpsertProductsRequest.newBuilder();
    }

    private void note(List<Long> sentLines, UpsertProductsResponse response) {
        for (int i = 0; i < response.getResultsCount(); i++) {
            UpsertResult result = response.getResults(i);
            if (result.getStatus().getCode() == 0) {
                report.accepted(1);
            } else {
                report.rejected(
                        sentLines.get(i),
                        result.getProductId(),
                        result.getStatus().getMessage());
            }
        }
    }
}
