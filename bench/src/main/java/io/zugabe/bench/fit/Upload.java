package io.zugabe.bench.fit;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.stub.ClientCalls;
import io.zugabe.bench.Bench;
import io.zugabe.bench.GrpcCalls;
import io.zugabe.bench.catalog.ProductUpload;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.RuleServiceGrpc;
import io.zugabe.catalog.v1.UpsertMakerStatementsRequest;
import io.zugabe.catalog.v1.UpsertMakerStatementsResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Brings a synthetic catalog into a running service through the public API. */
final class Upload {

    private static final int STREAMS = 2;
    private static final int DEADLINE_SECONDS = 60;
    private static final int REPORTS = 20;

    private final SyntheticCatalog catalog;
    private final GrpcCalls calls;
    private final AtomicInteger stored = new AtomicInteger();

    Upload(SyntheticCatalog catalog, GrpcCalls calls) {
        this.catalog = catalog;
        this.calls = calls;
    }

    /** Stores what makers state. */
    void statements(List<MakerStatement> statements) {
        UpsertMakerStatementsResponse response = ClientCalls.blockingUnaryCall(
                calls.channel(),
                RuleServiceGrpc.getUpsertMakerStatementsMethod(),
                CallOptions.DEFAULT.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS),
                UpsertMakerStatementsRequest.newBuilder()
                        .addAllStatements(statements)
                        .build());
        response.getResultsList().stream()
                .filter(status -> status.getCode() != 0)
                .findFirst()
                .ifPresent(status -> {
                    throw new IllegalStateException("a statement was refused: " + status);
                });
    }

    /** Stores all products over a few streams at once; products per second, each durable and visible. */
    double products() {
        long began = System.nanoTime();
        List<CompletableFuture<Void>> streams = java.util.stream.IntStream.range(0, STREAMS)
                .mapToObj(stream -> CompletableFuture.runAsync(() -> send(stream, calls.channel()), Upload::start))
                .toList();
        streams.forEach(CompletableFuture::join);
        return catalog.size() * 1e9 / (System.nanoTime() - began);
    }

    private static void start(Runnable work) {
        Thread.ofPlatform().name("upload").daemon().start(work);
    }

    private void send(int stream, Channel channel) {
        try (ProductUpload upload = new ProductUpload(channel, this::report)) {
            for (int product = stream; product < catalog.size(); product += STREAMS) {
                upload.add(catalog.product(product));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the upload was interrupted", e);
        }
    }

    private void report(int more) {
        int now = stored.addAndGet(more);
        int step = Math.max(1, catalog.size() / REPORTS);
        if (now / step > (now - more) / step) {
            Bench.say("%,d of %,d products stored", now, catalog.size());
        }
    }
}
