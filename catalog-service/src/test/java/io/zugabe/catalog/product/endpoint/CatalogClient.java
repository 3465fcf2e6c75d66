package io.zugabe.catalog.product.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.stub.StreamObserver;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.CheckFitRequest;
import io.zugabe.catalog.v1.DisputeServiceGrpc;
import io.zugabe.catalog.v1.FitResult;
import io.zugabe.catalog.v1.FitServiceGrpc;
import io.zugabe.catalog.v1.OfferPatch;
import io.zugabe.catalog.v1.PatchOffersRequest;
import io.zugabe.catalog.v1.PatchOffersResponse;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.RelationServiceGrpc;
import io.zugabe.catalog.v1.RuleServiceGrpc;
import io.zugabe.catalog.v1.UpsertProductsRequest;
import io.zugabe.catalog.v1.UpsertProductsResponse;
import io.zugabe.catalog.v1.WatchCatalogRequest;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/** The catalog as a caller sees it. */
public final class CatalogClient implements AutoCloseable {

    private final ManagedChannel channel;

    public CatalogClient() {
        int port = ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
    }

    public CatalogServiceGrpc.CatalogServiceBlockingStub catalog() {
        return CatalogServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    public FitServiceGrpc.FitServiceBlockingStub fit() {
        return FitServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    /** The answer about a pair with its evidence. Who does not ask for evidence must get the same answer. */
    public FitResult check(String anchor, String candidate) {
        CheckFitRequest.Builder request =
                CheckFitRequest.newBuilder().addAnchorProductIds(anchor).addCandidateProductIds(candidate);
        FitResult explained =
                fit().checkFit(request.setWithEvidence(true).build()).getResults(0);
        assertEquals(
                explained.toBuilder().clearEvidence().build(),
                fit().checkFit(request.setWithEvidence(false).build()).getResults(0));
        return explained;
    }

    public RelationServiceGrpc.RelationServiceBlockingStub relations() {
        return RelationServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    public RuleServiceGrpc.RuleServiceBlockingStub rules() {
        return RuleServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    public DisputeServiceGrpc.DisputeServiceBlockingStub disputes() {
        return DisputeServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    /** Upserts batches in one stream; returns their answers. */
    public List<UpsertProductsResponse> upsert(List<List<Product>> batches) {
        return upsertRequests(batches.stream()
                .map(batch ->
                        UpsertProductsRequest.newBuilder().addAllProducts(batch).build())
                .toList());
    }

    /** Upserts in one stream; returns the answers. */
    public List<UpsertProductsResponse> upsertRequests(List<UpsertProductsRequest> batches) {
        return stream(batches, CatalogServiceGrpc.newStub(channel)::upsertProducts);
    }

    /** Patches batches in one stream; returns their answers. */
    public List<PatchOffersResponse> patch(List<List<OfferPatch>> batches) {
        List<PatchOffersRequest> requests = batches.stream()
                .map(batch ->
                        PatchOffersRequest.newBuilder().addAllPatches(batch).build())
                .toList();
        return stream(requests, CatalogServiceGrpc.newStub(channel)::patchOffers);
    }

    private static <Q, A> List<A> stream(List<Q> requests, Function<StreamObserver<A>, StreamObserver<Q>> call) {
        CompletableFuture<List<A>> done = new CompletableFuture<>();
        StreamObserver<Q> sending = call.apply(new Collecting<>(done));
        requests.forEach(sending::onNext);
        sending.onCompleted();
        return done.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** Upserts one batch; every product must be stored. */
    public void store(List<Product> products) {
        upsert(List.of(products)).getFirst().getResultsList().forEach(result -> {
            if (result.getStatus().getCode() != 0) {
                throw new AssertionError(
                        result.getProductId() + ": " + result.getStatus().getMessage());
            }
        });
    }

    /** Follows the catalog into a list. */
    public Watching watch(String position) {
        return new Watching(
                CatalogServiceGrpc.newStub(channel),
                WatchCatalogRequest.newBuilder().setPosition(position).build());
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private static final class Collecting<T> implements StreamObserver<T> {

        private final List<T> received = new ArrayList<>();
        private final CompletableFuture<List<T>> done;

        Collecting(CompletableFuture<List<T>> done) {
            this.done = done;
        }

        @Override
        public void onNext(T value) {
            received.add(value);
        }

        @Override
        public void onError(Throwable failure) {
            done.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            done.complete(received);
        }
    }

    /** What a follower received so far. */
    public static final class Watching implements AutoCloseable {

        private final List<WatchCatalogResponse> received = new java.util.concurrent.CopyOnWriteArrayList<>();
        private final io.grpc.Context.CancellableContext context =
                io.grpc.Context.current().withCancellation();
        private volatile Throwable failure;

        Watching(CatalogServiceGrpc.CatalogServiceStub stub, WatchCatalogRequest request) {
            context.run(() -> stub.watchCatalog(request, new StreamObserver<>() {
                @Override
                public void onNext(WatchCatalogResponse value) {
                    received.add(value);
                }

                @Override
                public void onError(Throwable t) {
                    failure = t;
                }

                @Override
                public void onCompleted() {}
            }));
        }

        public List<WatchCatalogResponse> received() {
            return received;
        }

        public Throwable failure() {
            return failure;
        }

        @Override
        public void close() {
            context.cancel(null);
        }
    }
}
