package io.zugabe.kit.cache;

import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * The script that stores a value unless a newer one is there. It touches one key, so it runs on
 * whichever node of a cluster has that key.
 */
final class PutIfNewer {

    /** The version stands before the value as eight bytes, most significant first, so bytes compare as numbers do. */
    private static final String SCRIPT = """
            local old = redis.call('GETRANGE', KEYS[1], 0, 7)
            if #old == 8 and old >= string.sub(ARGV[1], 1, 8) then return 0 end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 1""";

    private static final String DIGEST = sha1(SCRIPT);

    private PutIfNewer() {}

    /** With the script itself. */
    static Request whole(VersionedCache.Entry entry, Duration timeToLive) {
        return arguments(Request.cmd(Command.EVAL).arg(SCRIPT), entry, timeToLive);
    }

    /** By the script's digest: refused with NOSCRIPT by a server that has not seen the script. */
    static Request byDigest(VersionedCache.Entry entry, Duration timeToLive) {
        return arguments(Request.cmd(Command.EVALSHA).arg(DIGEST), entry, timeToLive);
    }

    private static Request arguments(Request request, VersionedCache.Entry entry, Duration timeToLive) {
        Buffer stored = Buffer.buffer(Long.BYTES + entry.value().length)
                .appendLong(entry.version())
                .appendBytes(entry.value());
        return request.arg(1).arg(entry.key()).arg(stored).arg(timeToLive.toMillis());
    }

    /** What Redis names scripts by. */
    private static String sha1(String script) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
