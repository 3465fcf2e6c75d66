package io.zugabe.quickstart.imports;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.util.concurrent.TimeUnit;

/** Channels to the services that data is brought into. */
public final class Connection implements AutoCloseable {

    private static final int CATALOG = 1;
    private static final int SEGMENTATION = 2;
    private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

    private final int portBase;
    private final ManagedChannel catalog;
    private final ManagedChannel segmentation;

    /**
     * Connects to a Zugabe on this machine.
     *
     * @param portBase as given to {@code ./zugabe up}
     */
    public Connection(int portBase) {
        this.portBase = portBase;
        catalog = channel(portBase + CATALOG);
        segmentation = channel(portBase + SEGMENTATION);
    }

    /**
     * The same, where the catalog takes connections.
     *
     * @throws NotUp if it does not
     */
    public static Connection toCatalog(int portBase) {
        NotUp.check(portBase, portBase + CATALOG);
        return new Connection(portBase);
    }

    /**
     * Makes sure that events can be sent, too.
     *
     * @throws NotUp if nothing takes them
     */
    void requireSegmentation() {
        NotUp.check(portBase, portBase + SEGMENTATION);
    }

    /** The catalog. */
    public Channel catalog() {
        return catalog;
    }

    Channel segmentation() {
        return segmentation;
    }

    private static ManagedChannel channel(int port) {
        return ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .maxInboundMessageSize(LARGEST_ANSWER)
                .build();
    }

    @Override
    public void close() {
        for (ManagedChannel channel : new ManagedChannel[] {catalog, segmentation}) {
            channel.shutdown();
            try {
                if (!channel.awaitTermination(5, TimeUnit.SECONDS)) {
                    channel.shutdownNow();
                }
            } catch (InterruptedException e) {
                channel.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }
}
