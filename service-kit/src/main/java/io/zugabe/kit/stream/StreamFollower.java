package io.zugabe.kit.stream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows a stream of another service for as long as this service lives: messages are handled one
 * after the other; when the stream fails, ends, or is silent for too long, it is opened again after a
 * growing pause.
 *
 * @param <T> the messages
 */
public final class StreamFollower<T> implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StreamFollower.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 10;
    private static final double JITTER = 0.2;

    private final String name;
    private final Supplier<Multi<T>> open;
    private final Function<T, Uni<Void>> handle;
    private final Duration longestSilence;
    private final Clock clock;
    private final AtomicReference<@Nullable Instant> lastMessage = new AtomicReference<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicReference<@Nullable Cancellable> subscription = new AtomicReference<>();

    /**
     * @param name for logs
     * @param open opens the stream from wherever the follower stands; called anew for every attempt
     * @param handle handles one message; the next one waits until it is done; a failure reopens the stream
     * @param longestSilence a stream that sends nothing for longer is taken for dead
     */
    public StreamFollower(
            String name, Supplier<Multi<T>> open, Function<T, Uni<Void>> handle, Duration longestSilence, Clock clock) {
        this.name = name;
        this.open = open;
        this.handle = handle;
        this.longestSilence = longestSilence;
        this.clock = clock;
    }

    /** Begins to follow. Call once. */
    public void start() {
        Cancellable cancellable = Multi.createFrom()
                .deferred(open::get)
                .ifNoItem()
                .after(longestSilence)
                .fail()
                .onItem()
                .transformToUniAndConcatenate(this::handleOne)
                .onCompletion()
                .failWith(() -> new IllegalStateException("the stream ended"))
                .onFailure()
                .invoke(failure -> LOG.warnf("%s: %s; opening it again", name, failure.getMessage()))
                .onFailure()
                .retry()
                .when(failures -> failures.onItem().transformToUniAndConcatenate(failure -> pause()))
                .subscribe()
                .with(ignored -> {}, failure -> LOG.errorf(failure, "%s: given up", name));
        subscription.set(cancellable);
    }

    /** When the last message came; null if none has. */
    public @Nullable Instant lastMessageTime() {
        return lastMessage.get();
    }

    private Uni<T> handleOne(T message) {
        return handle.apply(message)
                .invoke(() -> {
                    lastMessage.set(clock.instant());
                    attempts.set(0);
                })
                .replaceWith(message);
    }

    /** Twice as long with every attempt, up to a bound; a stream that worked begins anew with a short one. */
    private Uni<Long> pause() {
        int attempt = Math.min(attempts.getAndIncrement(), MOST_DOUBLINGS);
        double jitter = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        long millis = (long) (Math.min(FIRST_PAUSE.toMillis() << attempt, LONGEST_PAUSE.toMillis()) * jitter);
        return Uni.createFrom().item(millis).onItem().delayIt().by(Duration.ofMillis(millis));
    }

    @Override
    public void close() {
        Cancellable current = subscription.getAndSet(null);
        if (current != null) {
            current.cancel();
        }
    }
}
