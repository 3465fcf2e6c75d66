package io.zugabe.quickstart.imports;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.zugabe.catalog.v1.BatchGetProductsRequest;
import io.zugabe.catalog.v1.BatchGetProductsResponse;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.ListProductsRequest;
import io.zugabe.catalog.v1.ListProductsResponse;
import io.zugabe.catalog.v1.ListRelationsRequest;
import io.zugabe.catalog.v1.ListRelationsResponse;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.RelationServiceGrpc;
import io.zugabe.catalog.v1.UpsertProductsRequest;
import io.zugabe.catalog.v1.UpsertProductsResponse;
import io.zugabe.catalog.v1.UpsertRelationsRequest;
import io.zugabe.catalog.v1.UpsertRelationsResponse;
import io.zugabe.catalog.v1.UpsertResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A catalog that keeps products in memory, checks what feeds get wrong, and can be away for some answers. */
public final class FakeCatalog implements AutoCloseable {

    private static final int LONGEST_NAME = 5_000;
    private static final int PAGE = 3;

    private final TreeMap<String, Product> products = new TreeMap<>();
    private final TreeMap<String, Relation> relations = new TreeMap<>();
    private final AtomicInteger batches = new AtomicInteger();
    private final Server server;
    private final ManagedChannel channel;
    private volatile int failEvery;
    private volatile int failForGoodAfter = Integer.MAX_VALUE;

    public FakeCatalog() throws IOException {
        server = ServerBuilder.forPort(0)
                .addService(new Service())
                .addService(new Relations())
                .build()
                .start();
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
    }

    /** A channel to it. */
    public ManagedChannel channel() {
        return channel;
    }

    /** What it holds, by id. */
    public synchronized Map<String, Product> products() {
        return new TreeMap<>(products);
    }

    /** Puts a product in. */
    public synchronized void put(Product product) {
        products.put(product.getProductId(), product);
    }

    /** The relations that it holds, by id. */
    public synchronized Map<String, Relation> relations() {
        return new TreeMap<>(relations);
    }

    private synchronized void put(Relation relation) {
        relations.put(relation.getRelationId(), relation);
    }

    /** Ends the stream instead of answering every n-th batch: at times before, at times after storing it. */
    void failEvery(int batchNumber) {
        failEvery = batchNumber;
    }

    /** Refuses everything after so many batches. */
    void failForGoodAfter(int count) {
        failForGoodAfter = count;
    }

    int batches() {
        return batches.get();
    }

    @Override
    public void close() throws InterruptedException {
        channel.shutdownNow();
        server.shutdownNow();
        channel.awaitTermination(5, TimeUnit.SECONDS);
        server.awaitTermination(5, TimeUnit.SECONDS);
    }

    private synchronized UpsertProductsResponse store(UpsertProductsRequest request) {
        UpsertProductsResponse.Builder response = UpsertProductsResponse.newBuilder();
        for (Product product : request.getProductsList()) {
            UpsertResult.Builder result = UpsertResult.newBuilder().setProductId(product.getProductId());
            Optional<BadRequest.FieldViolation> wrong = violation(product);
            if (wrong.isPresent()) {
                result.setStatus(com.google.rpc.Status.newBuilder()
                        .setCode(Status.Code.INVALID_ARGUMENT.value())
                        .setMessage(wrong.get().getDescription())
                        .addDetails(Any.pack(BadRequest.newBuilder()
                                .addFieldViolations(wrong.get())
                                .build())));
            } else {
                products.put(product.getProductId(), product);
            }
            response.addResults(result);
        }
        return response.build();
    }

    private static Optional<BadRequest.FieldViolation> violation(Product product) {
        String currency = product.getPrice().getCurrencyCode();
        if (!currency.equals("EUR")) {
            return wrong("price.currency_code", "\"" + currency + "\" must be \"EUR\", the shop's currency");
        }
        if (product.getPrice().getUnits() < 0 || product.getPrice().getUnits() > 100_000_000) {
            return wrong("price.units", "\"" + product.getPrice().getUnits() + "\" must be 0 to 100,000,000");
        }
        for (var name : product.getName().getTextsMap().entrySet()) {
            if (name.getValue().length() > LONGEST_NAME) {
                return wrong(
                        "name.texts[" + name.getKey() + "]",
                        "\"" + name.getValue().substring(0, 80)
                                + "…\" has %,d characters; must have 1 to 5,000"
                                        .formatted(name.getValue().length()));
            }
        }
        return Optional.empty();
    }

    private static Optional<BadRequest.FieldViolation> wrong(String field, String description) {
        return Optional.of(BadRequest.FieldViolation.newBuilder()
                .setField(field)
                .setDescription(description)
                .build());
    }

    private final class Relations extends RelationServiceGrpc.RelationServiceImplBase {

        @Override
        public void upsertRelations(UpsertRelationsRequest request, StreamObserver<UpsertRelationsResponse> answer) {
            UpsertRelationsResponse.Builder response = UpsertRelationsResponse.newBuilder();
            for (Relation relation : request.getRelationsList()) {
                put(relation);
                response.addResults(com.google.rpc.Status.getDefaultInstance());
            }
            answer.onNext(response.build());
            answer.onCompleted();
        }

        @Override
        public void listRelations(ListRelationsRequest request, StreamObserver<ListRelationsResponse> answer) {
            answer.onNext(ListRelationsResponse.newBuilder()
                    .addAllRelations(relations().values())
                    .build());
            answer.onCompleted();
        }
    }

    private final class Service extends CatalogServiceGrpc.CatalogServiceImplBase {

        @Override
        public StreamObserver<UpsertProductsRequest> upsertProducts(StreamObserver<UpsertProductsResponse> answers) {
            return new StreamObserver<>() {
                private boolean ended;

                @Override
                public void onNext(UpsertProductsRequest request) {
                    if (ended) {
                        return;
                    }
                    int number = batches.incrementAndGet();
                    if (number > failForGoodAfter || (failEvery > 0 && number % failEvery == 0)) {
                        if (number % 2 == 0) {
                            store(request);
                        }
                        ended = true;
                        answers.onError((number > failForGoodAfter ? Status.PERMISSION_DENIED : Status.UNAVAILABLE)
                                .asRuntimeException());
                        return;
                    }
                    answers.onNext(store(request));
                }

                @Override
                public void onError(Throwable problem) {
                    ended = true;
                }

                @Override
                public void onCompleted() {
                    answers.onCompleted();
                }
            };
        }

        @Override
        public void batchGetProducts(BatchGetProductsRequest request, StreamObserver<BatchGetProductsResponse> answer) {
            answer.onNext(BatchGetProductsResponse.newBuilder()
                    .addAllProducts(products().values().stream()
                            .filter(product -> request.getProductIdsList().contains(product.getProductId()))
                            .toList())
                    .build());
            answer.onCompleted();
        }

        @Override
        public void listProducts(ListProductsRequest request, StreamObserver<ListProductsResponse> answer) {
            List<Product> rest = products().values().stream()
                    .filter(product -> product.getProductId().compareTo(request.getPageToken()) > 0)
                    .toList();
            List<Product> page = rest.subList(0, Math.min(PAGE, rest.size()));
            answer.onNext(ListProductsResponse.newBuilder()
                    .addAllProducts(page)
                    .setNextPageToken(rest.size() > page.size() ? page.getLast().getProductId() : "")
                    .build());
            answer.onCompleted();
        }
    }
}
