package io.zugabe.recommendation.replica.adapter;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.WatchCatalogRequest;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.IntToDoubleFunction;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The snapshot that a catalog once sent, in a file: products, relations and what fits what, without its service. */
public final class RecordedCatalog {

    private final CatalogApplier applier;

    private RecordedCatalog(CatalogApplier applier) {
        this.applier = applier;
    }

    /** Reads a file as decisions read the stream. */
    public static RecordedCatalog read(Path file, ProductIds ids) {
        CatalogApplier applier = new CatalogApplier(ids, new ShopPrices("EUR", new SimpleMeterRegistry()));
        try (InputStream messages = new GZIPInputStream(Files.newInputStream(file))) {
            WatchCatalogResponse message = WatchCatalogResponse.parseDelimitedFrom(messages);
            while (message != null) {
                applier.apply(message);
                message = WatchCatalogResponse.parseDelimitedFrom(messages);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + file, unreadable);
        }
        return new RecordedCatalog(applier);
    }

    public CatalogSnapshot publish(IntToDoubleFunction popularity) {
        return applier.publish(1, popularity).orElseThrow();
    }

    /** Writes what a running catalog sends to a file; returns the number of messages. */
    public static int record(String target, Path file) {
        ManagedChannel channel = ManagedChannelBuilder.forTarget(target)
                .usePlaintext()
                .maxInboundMessageSize(16 * 1024 * 1024)
                .build();
        int written = 0;
        try (OutputStream messages = new GZIPOutputStream(Files.newOutputStream(file))) {
            Iterator<WatchCatalogResponse> stream =
                    CatalogServiceGrpc.newBlockingStub(channel).watchCatalog(WatchCatalogRequest.getDefaultInstance());
            boolean more = true;
            while (more) {
                WatchCatalogResponse message = stream.next();
                lasting(message).writeDelimitedTo(messages);
                written++;
                more = !message.hasSnapshotEnd();
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Cannot write " + file, unwritable);
        } finally {
            channel.shutdownNow();
        }
        return written;
    }

    /** Without what is different in every run. */
    private static WatchCatalogResponse lasting(WatchCatalogResponse message) {
        WatchCatalogResponse.Builder lasting = message.toBuilder();
        if (!message.getPosition().isEmpty()) {
            lasting.setPosition("1");
        }
        if (message.hasProduct()) {
            lasting.getProductBuilder().getProductBuilder().clearEtag().clearUpdateTime();
        }
        return lasting.build();
    }
}
