package io.zugabe.kit.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Values with a version in Redis. A write never replaces a newer value, whatever the order in which
 * writers arrive. Redis is a cache: when it is away, reads find nothing and writes are dropped, both
 * counted, neither failing.
 */
@ApplicationScoped
public class VersionedCache {

    private static final Logger LOG = Logger.getLogger(VersionedCache.class);

    /** The version stands before the value as eight bytes, most significant first, so bytes compare as numbers do. */
    private static final String PUT_IF_NEWER = """
            local old = redis.call('GETRANGE', KEYS[1], 0, 7)
            if #old == 8 and old >= string.sub(ARGV[1], 1, 8) then return 0 end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 1""";

    private final Redis redis;
    private final MeterRegistry metrics;
    private final Duration timeout;

    public VersionedCache(
            Redis redis,
            MeterRegistry metrics,
            @ConfigProperty(name = "zugabe.cache.timeout", defaultValue = "100ms") Duration timeout) {
        this.redis = redis;
        this.metrics = metrics;
        this.timeout = timeout;
    }

    /**
     * Stores a value unless a newer or equal version is there.
     *
     * @param version not negative; grows with every change of the value
     * @param timeToLive positive
     * @return true if stored; false if a newer version was there or Redis is away
     */
    public Uni<Boolean> put(String key, long version, byte[] value, Duration timeToLive) {
        byte[] stored = ByteBuffer.allocate(Long.BYTES + value.length)
                .putLong(version)
                .put(value)
                .array();
        Request request = Request.cmd(Command.EVAL)
                .arg(PUT_IF_NEWER)
                .arg(1)
                .arg(key)
                .arg(io.vertx.mutiny.core.buffer.Buffer.buffer(stored))
                .arg(timeToLive.toMillis());
        return redis.send(request)
                .map(response -> response != null && response.toInteger() == 1)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> {
                    noteFailure("put", failure);
                    return false;
                });
    }

    /** The value of a key; empty if there is none or Redis is away. */
    public Uni<Optional<byte[]>> get(String key) {
        return redis.send(Request.cmd(Command.GET).arg(key))
                .map(VersionedCache::value)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> {
                    noteFailure("get", failure);
                    return Optional.empty();
                });
    }

    private static Optional<byte[]> value(@Nullable Response response) {
        if (response == null) {
            return Optional.empty();
        }
        byte[] stored = response.toBytes();
        return stored.length < Long.BYTES
                ? Optional.empty()
                : Optional.of(Arrays.copyOfRange(stored, Long.BYTES, stored.length));
    }

    private void noteFailure(String operation, Throwable failure) {
        metrics.counter("zugabe.cache.failures", "operation", operation).increment();
        LOG.debugf("Redis %s failed: %s", operation, failure.getMessage());
    }
}
