package io.zugabe.recommendation.customer.adapter;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis, of one event loop and used on it alone, so nothing here is synchronized. Answers come in the order
 * of the requests. Whoever waits longer than the timeout is told that there is nothing; a server that is silent for longer still
 * is given up. While there is no connection everybody is told so at once, and a new one is tried now and then.
 */
final class RedisLane {

    private static final Logger LOG = Logger.getLogger(RedisLane.class);

    /** More would wait longer than the timeout anyway. */
    private static final int MOST_WAITING = 1_000;

    private static final int VERSION = Long.BYTES;
    private static final long RETRY_MILLIS = 500;
    private static final int SILENCES = 10;
    private static final byte[] GET = "*2\r\n$3\r\nGET\r\n$".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINE = {'\r', '\n'};

    private final NetClient client;
    private final RedisAddress address;
    private final long timeoutNanos;
    private final Runnable failed;
    private final Context loop;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final RespReader reader = new RespReader(this::answered, this::refused);
    private @Nullable NetSocket socket;
    private Buffer out = Buffer.buffer();
    private boolean connecting;
    private boolean sending;
    private long retryAfter = Long.MIN_VALUE;
    private int greetings;

    /** Somebody who waits for an answer; told once. */
    private static final class Waiting {

        private final Consumer<Optional<byte[]>> answer;
        private final long deadline;
        private boolean told;

        Waiting(Consumer<Optional<byte[]>> answer, long deadline) {
            this.answer = answer;
            this.deadline = deadline;
        }

        void tell(Optional<byte[]> value) {
            if (!told) {
                told = true;
                answer.accept(value);
            }
        }
    }

    /**
     * A lane.
     *
     * @param loop of the event loop that this is called on; not of a call, whose end must not be the lane's
     * @param failed told of everyone who got no answer
     */
    RedisLane(Vertx vertx, Context loop, RedisAddress address, Duration timeout, Runnable failed) {
        this.loop = loop;
        this.address = address;
        this.timeoutNanos = timeout.toNanos();
        this.failed = failed;
        this.client =
                vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true).setConnectTimeout((int)
                        Math.max(1, timeout.toMillis() * SILENCES)));
        loop.runOnContext(begin -> vertx.setPeriodic(Math.max(1, timeout.toMillis() / 4), tick -> expire()));
    }

    /** Asks for a value without its version. */
    void get(String key, Consumer<Optional<byte[]>> answer) {
        if (socket == null && !connecting && System.nanoTime() >= retryAfter) {
            connect();
        }
        if ((socket == null && !connecting) || waiting.size() >= MOST_WAITING) {
            failed.run();
            answer.accept(Optional.empty());
            return;
        }
        waiting.add(new Waiting(answer, System.nanoTime() + timeoutNanos));
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        out.appendBytes(GET)
                .appendString(Integer.toString(name.length))
                .appendBytes(LINE)
                .appendBytes(name)
                .appendBytes(LINE);
        send();
    }

    /** At the end of this turn of the loop, with all that is asked until then. */
    private void send() {
        if (!sending && socket != null) {
            sending = true;
            loop.runOnContext(now -> flush());
        }
    }

    private void flush() {
        sending = false;
        NetSocket open = socket;
        if (open != null && out.length() > 0) {
            Buffer asked = out;
            out = Buffer.buffer(asked.length());
            open.write(asked);
        }
    }

    private void connect() {
        connecting = true;
        loop.runOnContext(now -> client.connect(address.port(), address.host()).onComplete(this::connected));
    }

    private void connected(AsyncResult<NetSocket> connection) {
        connecting = false;
        if (connection.succeeded()) {
            open(connection.result());
        } else {
            giveUp(String.valueOf(connection.cause().getMessage()));
        }
    }

    private void open(NetSocket opened) {
        socket = opened;
        reader.clear();
        opened.handler(this::read);
        opened.closeHandler(closed -> closed(opened));
        opened.exceptionHandler(failure -> LOG.debugf("Redis: %s", failure.getMessage()));
        Buffer greeting = Buffer.buffer();
        address.greeting().forEach(command -> append(command, greeting));
        greetings = address.greeting().size();
        out = greeting.appendBuffer(out);
        send();
    }

    private static void append(List<String> command, Buffer to) {
        to.appendString("*" + command.size() + "\r\n");
        for (String part : command) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            to.appendString("$" + bytes.length + "\r\n").appendBytes(bytes).appendBytes(LINE);
        }
    }

    private void read(Buffer received) {
        try {
            reader.read(received.getBytes());
        } catch (IllegalStateException unreadable) {
            LOG.warnf("Redis: %s", unreadable.getMessage());
            closeNow();
        }
    }

    private void answered(byte @Nullable [] value) {
        if (greetings > 0) {
            greetings--;
            return;
        }
        Waiting first = waiting.poll();
        if (first != null) {
            first.tell(
                    value == null || value.length < VERSION
                            ? Optional.empty()
                            : Optional.of(Arrays.copyOfRange(value, VERSION, value.length)));
        }
    }

    private void refused(String error) {
        LOG.debugf("Redis: %s", error);
        failed.run();
        answered(null);
    }

    private void expire() {
        long now = System.nanoTime();
        Waiting first = waiting.peek();
        if (first == null) {
            return;
        }
        for (Waiting each : waiting) {
            if (each.deadline > now) {
                break;
            }
            if (!each.told) {
                failed.run();
                each.tell(Optional.empty());
            }
        }
        if (now - first.deadline > timeoutNanos * SILENCES) {
            closeNow();
        }
    }

    private void closeNow() {
        NetSocket open = socket;
        if (open != null) {
            open.close();
            closed(open);
        }
    }

    private void closed(NetSocket which) {
        if (which == socket) {
            giveUp("the connection was closed");
        }
    }

    private void giveUp(String why) {
        LOG.debugf("Redis is away: %s", why);
        socket = null;
        out = Buffer.buffer();
        retryAfter = System.nanoTime() + Duration.ofMillis(RETRY_MILLIS).toNanos();
        List<Waiting> left = List.copyOf(waiting);
        waiting.clear();
        for (Waiting each : left) {
            if (!each.told) {
                failed.run();
                each.tell(Optional.empty());
            }
        }
    }
}
