package io.zugabe.catalog.watch.endpoint;

import io.smallrye.mutiny.subscription.MultiEmitter;
import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.kit.error.ZugabeException;
import java.time.Duration;
import java.util.Map;

/** The way to one follower. Sending waits while the connection takes no more, and gives up on one that takes nothing for long. */
final class Outbound {

    private final MultiEmitter<? super WatchCatalogResponse> emitter;
    private final OutboundFlow flow;
    private final Duration patience;
    private String position = "";

    Outbound(MultiEmitter<? super WatchCatalogResponse> emitter, OutboundFlow flow, Duration patience) {
        this.emitter = emitter;
        this.flow = flow;
        this.patience = patience;
    }

    /** From here on messages carry this position; empty: none from which the stream can be resumed. */
    void at(String reached) {
        position = reached;
    }

    /** Sends a message. */
    void send(WatchCatalogResponse.Builder message) throws InterruptedException {
        if (!flow.awaitReady(patience)) {
            throw tooSlow("it took nothing for " + patience.toSeconds() + " s");
        }
        emitter.emit(message.setPosition(position).build());
    }

    static ZugabeException tooSlow(String why) {
        return ZugabeException.of(
                CatalogReason.FOLLOWER_TOO_SLOW,
                "the follower is too slow: " + why + "; resume from the last position received",
                Map.of());
    }
}
