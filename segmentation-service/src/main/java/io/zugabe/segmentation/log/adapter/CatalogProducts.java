package io.zugabe.segmentation.log.adapter;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.v1.MutinyCatalogServiceGrpc;
import io.zugabe.catalog.v1.WatchCatalogRequest;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.kit.stream.StreamFollower;
import io.zugabe.segmentation.log.KnownProducts;
import io.zugabe.segmentation.log.LogConfig;
import io.zugabe.segmentation.log.domain.ProductSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the catalog's products, followed from catalog-service. Where no catalog is configured, or
 * it was never reached, every product may exist; while it is away, what was known holds.
 */
@ApplicationScoped
class CatalogProducts implements KnownProducts {

    private static final Logger LOG = Logger.getLogger(CatalogProducts.class);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
    private static final int LARGEST_MESSAGE = 16 << 20;

    private final Optional<String> target;
    /** Whether a stream still lives is a matter of the machine's time, also while a rehearsal leads the service's. */
    private final Clock clock = Clock.systemUTC();

    private final ProductSet products = new ProductSet();
    private volatile String position = "";
    private @Nullable ManagedChannel channel;
    private @Nullable StreamFollower<WatchCatalogResponse> follower;

    CatalogProducts(LogConfig config) {
        this.target = config.unknownProducts() == LogConfig.UnknownProducts.REFUSE
                ? config.catalogTarget()
                : Optional.empty();
    }

    void start(@Observes StartupEvent event) {
        if (target.isEmpty()) {
            return;
        }
        ManagedChannel opened = Grpc.newChannelBuilder(target.get(), InsecureChannelCredentials.create())
                .defaultLoadBalancingPolicy("round_robin")
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .build();
        var catalog = MutinyCatalogServiceGrpc.newMutinyStub(opened);
        StreamFollower<WatchCatalogResponse> started =
                new StreamFollower<>("catalog", () -> watch(catalog), this::handle, LONGEST_SILENCE, clock);
        channel = opened;
        follower = started;
        started.start();
    }

    void stop(@Observes ShutdownEvent event) {
        if (follower != null) {
            follower.close();
        }
        if (channel != null) {
            channel.shutdownNow();
        }
    }

    private Multi<WatchCatalogResponse> watch(MutinyCatalogServiceGrpc.MutinyCatalogServiceStub catalog) {
        return catalog.watchCatalog(
                WatchCatalogRequest.newBuilder().setPosition(position).build());
    }

    private Uni<Void> handle(WatchCatalogResponse message) {
        switch (message.getEventCase()) {
            case SNAPSHOT_BEGIN -> products.begin();
            case PRODUCT -> products.add(message.getProduct().getProduct().getProductId());
            case SNAPSHOT_END -> {
                products.end();
                LOG.infof("The catalog has %d products; events about others are refused", products.size());
            }
            case DELETED_PRODUCT_ID,
                    RELATION,
                    DELETED_RELATION_ID,
                    FIT_TABLE_BEGIN,
                    FIT_TABLE_END,
                    FIT_RULE,
                    FIT_GROUP,
                    FIT_ROW,
                    GATED_TYPES,
                    HEARTBEAT,
                    BLOCKED_PAIR,
                    EVENT_NOT_SET -> {}
        }
        position = message.getPosition();
        return Uni.createFrom().voidItem();
    }

    @Override
    public boolean mayExist(String productId) {
        return products.mayContain(productId);
    }
}
