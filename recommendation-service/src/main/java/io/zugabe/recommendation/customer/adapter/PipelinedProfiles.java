package io.zugabe.recommendation.customer.adapter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;

/**
 * Over one connection to Redis per event loop, many requests under way on each: a call asks on the loop that it runs on and
 * goes on there. All that is asked in one turn of the loop is sent at once. Where there is no event loop, or Redis is not a
 * single plain server, the other way is taken.
 */
final class PipelinedProfiles implements StoredProfiles {

    private final Vertx vertx;
    private final RedisAddress address;
    private final Duration timeout;
    private final Counter failures;
    private final StoredProfiles otherwise;
    private final ThreadLocal<RedisLane> lanes = new ThreadLocal<>();

    /**
     * @param timeout after which an answer is no longer waited for
     * @param otherwise asked by callers that are on no event loop
     */
    PipelinedProfiles(
            Vertx vertx, RedisAddress address, Duration timeout, MeterRegistry metrics, StoredProfiles otherwise) {
        this.vertx = vertx;
        this.address = address;
        this.timeout = timeout;
        this.failures = metrics.counter("zugabe.cache.failures", "operation", "get");
        this.otherwise = otherwise;
    }

    @Override
    public Uni<Optional<byte[]>> find(String key) {
        Context caller = Vertx.currentContext();
        if (caller == null || !Context.isOnEventLoopThread()) {
            return otherwise.find(key);
        }
        RedisLane lane = lane(caller);
        return Uni.createFrom()
                .emitter(emitter -> lane.get(key, found -> caller.runOnContext(now -> emitter.complete(found))));
    }

    private RedisLane lane(Context caller) {
        RedisLane known = lanes.get();
        if (known != null) {
            return known;
        }
        RedisLane opened =
                new RedisLane(vertx, VertxContext.getRootContext(caller), address, timeout, failures::increment);
        lanes.set(opened);
        return opened;
    }
}
