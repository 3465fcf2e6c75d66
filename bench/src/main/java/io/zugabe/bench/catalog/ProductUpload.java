package io.zugabe.bench.catalog;

import io.grpc.Channel;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.UpsertProductsRequest;
import io.zugabe.catalog.v1.UpsertProductsResponse;
import io.zugabe.catalog.v1.UpsertResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Products on their way into a catalog over one upsert stream. A few batches are under way at any time, so
 * that the client makes the next ones while the server stores. A refused product fails the upload.
 */
public final class ProductUpload implements AutoCloseable {

    private static final int BATCH = 500;
    private static final int MOST_UNDER_WAY = 4;
    private static final int LONGEST_WAIT_SECONDS = 120;

    private final IntConsumer stored;
    private final Semaphore free = new Semaphore(MOST_UNDER_WAY);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final ClientCallStreamObserver<UpsertProductsRequest> stream;
    private UpsertProductsRequest.Builder batch = UpsertProductsRequest.newBuilder();

    /**
     * @param stored told the number of products of each batch that has become durable
     */
    public ProductUpload(Channel channel, IntConsumer stored) {
        this.stored = stored;
        this.stream = (ClientCallStreamObserver<UpsertProductsRequest>)
                CatalogServiceGrpc.newStub(channel).upsertProducts(new Answers());
    }

    /** Sends a product, waiting while too many are under way. */
    public void add(Product product) throws InterruptedException {
        batch.addProducts(product);
        if (batch.getProductsCount() == BATCH) {
            send();
        }
    }

    /** Sends what is left and waits until everything is stored. */
    @Override
    public void close() throws InterruptedException {
        if (batch.getProductsCount() > 0) {
            send();
        }
        stream.onCompleted();
        try {
            ended.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the upload failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the upload did not end within two minutes", e);
        }
        throwIfFailed();
    }

    private void send() throws InterruptedException {
        if (!free.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no batch was answered for two minutes");
        }
        throwIfFailed();
        stream.onNext(batch.build());
        batch = UpsertProductsRequest.newBuilder();
    }

    private void throwIfFailed() {
        Throwable problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException("products could not be stored", problem);
        }
    }

    private void check(UpsertResult result) {
        if (result.getStatus().getCode() != 0) {
            failure.compareAndSet(
                    null,
                    new IllegalStateException("product " + result.getProductId() + " was refused: "
                            + result.getStatus().getMessage() + " "
                            + result.getStatus().getDetailsList()));
        }
    }

    private final class Answers implements ClientResponseObserver<UpsertProductsRequest, UpsertProductsResponse> {

        @Override
        public void beforeStart(ClientCallStreamObserver<UpsertProductsRequest> requests) {}

        @Override
        public void onNext(UpsertProductsResponse response) {
            response.getResultsList().forEach(ProductUpload.this::check);
            stored.accept(response.getResultsCount());
            free.release();
        }

        @Override
        public void onError(Throwable problem) {
            failure.compareAndSet(null, problem);
            ended.completeExceptionally(problem);
            free.release(MOST_UNDER_WAY);
        }

        @Override
        public void onCompleted() {
            ended.complete(null);
        }
    }
}
