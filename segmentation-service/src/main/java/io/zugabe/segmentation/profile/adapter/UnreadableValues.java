package io.zugabe.segmentation.profile.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Clears away what stands in a profile's place and is none. A foreign value can look newer than every
 * profile, or be of a type that no profile is, and would otherwise stay for as long as it lives.
 */
@ApplicationScoped
class UnreadableValues {

    /** Takes away only what was found, or what is no string: a profile written meanwhile stays. */
    private static final String DISCARD = """
            local stored = redis.pcall('GETRANGE', KEYS[1], 8, -1)
            if type(stored) == 'string' and stored ~= ARGV[1] then return 0 end
            return redis.call('DEL', KEYS[1])""";

    private final Redis redis;
    private final Duration timeout;

    UnreadableValues(
            Redis redis, @ConfigProperty(name = "zugabe.cache.timeout", defaultValue = "100ms") Duration timeout) {
        this.redis = redis;
        this.timeout = timeout;
    }

    /**
     * Takes away what is no profile.
     *
     * @param found what was read without its version; empty if nothing could be read
     * @return true if something was taken away; false if not, or Redis is away
     */
    Uni<Boolean> discard(String key, byte[] found) {
        Request request = Request.cmd(Command.EVAL).arg(DISCARD).arg(1).arg(key).arg(Buffer.buffer(found));
        return redis.send(request)
                .map(response -> response != null && response.toInteger() == 1)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .recoverWithItem(false);
    }
}
