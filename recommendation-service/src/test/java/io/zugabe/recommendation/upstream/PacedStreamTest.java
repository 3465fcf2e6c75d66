package io.zugabe.recommendation.upstream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.WatchCatalogRequest;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PacedStreamTest {

    private static final int MESSAGES = 200;
    private static final String LARGE = "x".repeat(1_000_000);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private Server server;
    private ManagedChannel channel;

    @BeforeEach
    void start() throws IOException {
        server = ServerBuilder.forPort(0).addService(new Sender()).build().start();
        channel = Grpc.newChannelBuilder("127.0.0.1:" + server.getPort(), InsecureChannelCredentials.create())
                .build();
    }

    @AfterEach
    void stop() throws InterruptedException {
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    @Test
    void slowReader_slowsTheSender_andMissesNothing() {
        AssertSubscriber<WatchCatalogResponse> reader = open(1);
        reader.awaitItems(1, LONGEST_WAIT);
        await().during(Duration.ofMillis(300)).atMost(LONGEST_WAIT).until(() -> sent.get() < 20);

        reader.request(MESSAGES);
        reader.awaitCompletion(LONGEST_WAIT);
        assertEquals(MESSAGES, reader.getItems().size());
        assertEquals(String.valueOf(MESSAGES - 1), reader.getLastItem().getPosition());
    }

    @Test
    void cancelling_endsTheCall() {
        AssertSubscriber<WatchCatalogResponse> reader = open(1);
        reader.awaitItems(1, LONGEST_WAIT);

        reader.cancel();

        await().atMost(LONGEST_WAIT).until(() -> cancelled.get() == 1);
        assertTrue(sent.get() < MESSAGES);
    }

    private AssertSubscriber<WatchCatalogResponse> open(long requested) {
        return PacedStream.open(
                        channel, CatalogServiceGrpc.getWatchCatalogMethod(), WatchCatalogRequest.getDefaultInstance())
                .subscribe()
                .withSubscriber(AssertSubscriber.create(requested));
    }

    /** Sends as fast as the reader lets it. */
    private final class Sender extends CatalogServiceGrpc.CatalogServiceImplBase {
        @Override
        public void watchCatalog(WatchCatalogRequest request, StreamObserver<WatchCatalogResponse> responses) {
            ServerCallStreamObserver<WatchCatalogResponse> call =
                    (ServerCallStreamObserver<WatchCatalogResponse>) responses;
            call.setOnCancelHandler(cancelled::incrementAndGet);
            call.setOnReadyHandler(() -> {
                while (call.isReady() && sent.get() < MESSAGES) {
                    call.onNext(WatchCatalogResponse.newBuilder()
                            .setPosition(String.valueOf(sent.getAndIncrement()))
                            .setDeletedProductId(LARGE)
                            .build());
                    if (sent.get() == MESSAGES) {
                        call.onCompleted();
                    }
                }
            });
        }
    }
}
