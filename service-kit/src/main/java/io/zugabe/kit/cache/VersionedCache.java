package io.zugabe.kit.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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

    /** So many entries are sent in one go: a connection takes no more than 2,048 commands that are not answered. */
    private static final int CHUNK = 500;

    /** A chunk may take as many times as long as a single entry. */
    private static final int CHUNK_PATIENCE = 10;

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
        Request request = Request.newInstance(PutIfNewer.whole(new Entry(key, version, value), timeToLive));
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

    /**
     * A value to be stored.
     *
     * @param version not negative; grows with every change of the value
     */
    public record Entry(String key, long version, byte[] value) {}

    /**
     * Stores many values, each unless a newer or equal version is there, without waiting for one before
     * the next is sent. Of several values with the same key the newest stays.
     *
     * @param timeToLive positive
     * @return by place in what was handed in: true if stored; false if a newer version was there or
     *     Redis is away
     */
    public Uni<BitSet> putAll(List<Entry> entries, Duration timeToLive) {
        BitSet stored = new BitSet(entries.size());
        Uni<Void> puts = Uni.createFrom().voidItem();
        for (int from = 0; from < entries.size(); from += CHUNK) {
            int first = from;
            List<Entry> chunk = entries.subList(first, Math.min(entries.size(), first + CHUNK));
            puts = puts.chain(() -> putChunk(chunk, timeToLive))
                    .invoke(places -> places.stream().forEach(place -> stored.set(first + place)))
                    .replaceWithVoid();
        }
        return puts.replaceWith(stored);
    }

    private Uni<BitSet> putChunk(List<Entry> chunk, Duration timeToLive) {
        return redis.connect()
                .chain(connection -> new PipelinedPuts(connection.getDelegate(), chunk, timeToLive)
                        .stored()
                        .onTermination()
                        .call(() -> connection.close().onFailure().recoverWithNull()))
                .ifNoItem()
                .after(timeout.multipliedBy(CHUNK_PATIENCE))
                .fail()
                .onFailure()
                .recoverWithItem(failure -> {
                    noteFailure("put", failure);
                    return new BitSet();
                });
    }

    /**
     * Removes a key, whatever its version.
     *
     * @return true if it is certainly gone; false if Redis is away
     */
    public Uni<Boolean> remove(String key) {
        return redis.send(Request.cmd(Command.DEL).arg(key))
                .map(removed -> true)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> {
                    noteFailure("remove", failure);
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
