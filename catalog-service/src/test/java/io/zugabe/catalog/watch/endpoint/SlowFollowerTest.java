package io.zugabe.catalog.watch.endpoint;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.catalog.product.endpoint.CatalogClient;
import io.zugabe.catalog.product.endpoint.Samples;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.WatchCatalogRequest;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A follower that takes nothing is given up rather than buffered for. */
@QuarkusTest
@WithTestResource(value = EmbeddedServersResource.class, initArgs = @ResourceArg(name = "database", value = "catalog"))
class SlowFollowerTest {

    @Inject
    CatalogWatch watch;

    @Test
    void follower_thatTakesNothing_isEndedWithResourceExhausted() throws InterruptedException {
        try (CatalogClient client = new CatalogClient()) {
            client.store(IntStream.range(0, 500)
                    .mapToObj(i -> Samples.product("heavy-" + i, "book")
                            .setDescription(LocalizedText.newBuilder().putTexts("en", "x".repeat(4_000)))
                            .build())
                    .toList());
        }
        int before = watch.followers();
        int port = ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
        ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        Idle idle = new Idle();
        CatalogServiceGrpc.newStub(channel).watchCatalog(WatchCatalogRequest.getDefaultInstance(), idle);
        idle.first.orTimeout(10, TimeUnit.SECONDS).join();
        await().until(() -> watch.followers() == before);
        idle.requests.request(Integer.MAX_VALUE);
        assertEquals(
                Status.Code.RESOURCE_EXHAUSTED,
                Status.fromThrowable(
                                idle.failure.orTimeout(10, TimeUnit.SECONDS).join())
                        .getCode());
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    /** Takes one message, then nothing. */
    private static final class Idle implements ClientResponseObserver<WatchCatalogRequest, WatchCatalogResponse> {

        private final CompletableFuture<WatchCatalogResponse> first = new CompletableFuture<>();
        private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
        private ClientCallStreamObserver<WatchCatalogRequest> requests;

        @Override
        public void beforeStart(ClientCallStreamObserver<WatchCatalogRequest> stream) {
            requests = stream;
            stream.disableAutoRequestWithInitial(1);
        }

        @Override
        public void onNext(WatchCatalogResponse value) {
            first.complete(value);
        }

        @Override
        public void onError(Throwable t) {
            failure.complete(t);
        }

        @Override
        public void onCompleted() {}
    }
}
