package io.zugabe.bench.catalog;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.zugabe.bench.PackagedService;
import io.zugabe.catalog.v1.ListRulesRequest;
import io.zugabe.catalog.v1.RuleServiceGrpc;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged catalog-service that uses rule packs of a benchmark besides its own. */
public final class CatalogServer implements AutoCloseable {

    /** Where the build leaves the service. */
    public static final Path JAR = Path.of("catalog-service/target/quarkus-app/quarkus-run.jar");

    private static final int LONGEST_LOAD_SECONDS = 60;

    private final PackagedService service;

    private CatalogServer(PackagedService service) {
        this.service = service;
    }

    /**
     * Starts one and waits until its empty catalog is loaded.
     *
     * @param heap as {@code -Xmx} takes it
     * @param packs a directory of rule packs
     */
    public static CatalogServer start(Path jar, String heap, Path packs) throws InterruptedException {
        CatalogServer server = new CatalogServer(PackagedService.start(new PackagedService.Setup(
                jar,
                "catalog",
                heap,
                Map.of(
                        "ZUGABE_CATALOG_PACKS_DIRECTORY",
                        packs.toString(),
                        // on a busy machine the rules of many new groups take longer than a caller usually waits
                        "ZUGABE_CATALOG_VISIBILITY_TIMEOUT",
                        "2M"))));
        try {
            server.awaitLoaded();
        } catch (RuntimeException | InterruptedException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** Where it listens, as host:port. */
    public String target() {
        return service.target();
    }

    /** A service answers as soon as it has started, but until its catalog is loaded only that it is not. */
    private void awaitLoaded() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_LOAD_SECONDS);
        ManagedChannel channel =
                NettyChannelBuilder.forTarget(target()).usePlaintext().build();
        try {
            while (!isLoaded(channel)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the catalog was not loaded within a minute");
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } finally {
            channel.shutdownNow();
        }
    }

    private static boolean isLoaded(ManagedChannel channel) {
        try {
            ClientCalls.blockingUnaryCall(
                    channel,
                    RuleServiceGrpc.getListRulesMethod(),
                    CallOptions.DEFAULT.withDeadlineAfter(5, TimeUnit.SECONDS),
                    ListRulesRequest.getDefaultInstance());
            return true;
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.UNAVAILABLE) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
