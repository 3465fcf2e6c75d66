package io.zugabe.kit.cache;

import io.smallrye.mutiny.Uni;
import io.vertx.core.AsyncResult;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Many writes under way on one connection at once; each succeeds or fails by itself. */
final class PipelinedPuts {

    private static final String UNKNOWN_SCRIPT = "NOSCRIPT";

    private final RedisConnection connection;
    private final List<VersionedCache.Entry> entries;
    private final Duration timeToLive;
    private final BitSet stored = new BitSet();
    private final CompletableFuture<BitSet> done = new CompletableFuture<>();
    private int underWay;

    PipelinedPuts(RedisConnection connection, List<VersionedCache.Entry> entries, Duration timeToLive) {
        this.connection = connection;
        this.entries = entries;
        this.timeToLive = timeToLive;
        this.underWay = entries.size();
    }

    /** By place, true for those that were stored; when all have ended. */
    Uni<BitSet> stored() {
        for (int i = 0; i < entries.size(); i++) {
            int place = i;
            connection
                    .send(PutIfNewer.byDigest(entries.get(place), timeToLive))
                    .onComplete(answer -> answered(place, answer));
        }
        return Uni.createFrom().completionStage(done);
    }

    private void answered(int place, AsyncResult<@Nullable Response> answer) {
        if (answer.failed() && String.valueOf(answer.cause().getMessage()).startsWith(UNKNOWN_SCRIPT)) {
            connection
                    .send(PutIfNewer.whole(entries.get(place), timeToLive))
                    .onComplete(second -> ended(place, second));
        } else {
            ended(place, answer);
        }
    }

    private synchronized void ended(int place, AsyncResult<@Nullable Response> answer) {
        Response response = answer.result();
        if (answer.succeeded() && response != null && response.toInteger() == 1) {
            stored.set(place);
        }
        underWay--;
        if (underWay == 0) {
            done.complete(stored);
        }
    }
}
