package io.zugabe.recommendation.upstream.adapter;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.stream.StreamFollower;
import io.zugabe.recommendation.upstream.PacedStream;
import io.zugabe.recommendation.upstream.Reached;
import io.zugabe.recommendation.upstream.Upstream;
import io.zugabe.recommendation.upstream.UpstreamConfig;
import io.zugabe.segmentation.v1.EventServiceGrpc;
import io.zugabe.segmentation.v1.SubscribeRequest;
import io.zugabe.segmentation.v1.SubscribeResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/**
 * Follows the event log for one reader, through restarts of either side. It begins where the reader's own
 * records stand. If the log turns out to be another one than before, everything read is forgotten and the new
 * log is read from its start.
 *
 * @param <R> a run of events as the reader takes it in
 */
public final class LogFollower<R> implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LogFollower.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final LogReader<R> reader;
    private final Upstream upstream;
    private final StreamFollower<SubscribeResponse> stream;
    private volatile Reached reached = Reached.NOTHING;
    private volatile OptionalLong end = OptionalLong.empty();
    private volatile boolean replaced;

    public LogFollower(LogReader<R> reader, Upstream upstream, UpstreamConfig config) {
        this.reader = reader;
        this.upstream = upstream;
        this.stream = new StreamFollower<>(
                reader.name(), this::open, this::handle, config.longestSilence(), Clock.systemUTC());
    }

    /**
     * Reads back what was kept and goes on from there.
     *
     * @param loaded called once what was kept is there
     */
    public void start(Runnable loaded) {
        reader.load()
                .onFailure()
                .invoke(failure -> LOG.warnf("%s: %s; reading them again", reader.name(), failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(SHORTEST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(
                        stored -> {
                            reached = stored;
                            LOG.infof("%s are here, log read up to %d", reader.name(), stored.position());
                            stream.start();
                            loaded.run();
                        },
                        failure -> LOG.errorf(failure, "%s could not be read", reader.name()));
    }

    @Override
    public void close() {
        stream.close();
    }

    /** How far which log was read. */
    public Reached reached() {
        return reached;
    }

    /** Positions of the log that are not read yet; not a number while its end is unknown. */
    public double lag() {
        OptionalLong known = end;
        return known.isEmpty() ? Double.NaN : Math.max(0, known.getAsLong() - reached.position());
    }

    private Multi<SubscribeResponse> open() {
        return replaced ? startOver().onItem().transformToMulti(ignored -> subscribe()) : subscribe();
    }

    private Multi<SubscribeResponse> subscribe() {
        Reached from = reached;
        SubscribeRequest request = SubscribeRequest.newBuilder()
                .setPosition(from.position())
                .setLogId(from.log())
                .addAllKinds(reader.kinds())
                .setSubscriberName(reader.name())
                .build();
        return PacedStream.open(upstream.segmentation(), EventServiceGrpc.getSubscribeMethod(), request)
                .onFailure()
                .transform(LogReplacedException::told)
                .onFailure(LogReplacedException.class)
                .invoke(() -> replaced = true);
    }

    /** The lag is unknown until the new log tells its end. */
    private Uni<Reached> startOver() {
        return reader.forget(reached.generation()).invoke(start -> {
            LOG.warnf(
                    "The event log was replaced: %s read of it up to %d are forgotten, reading from 0",
                    reader.name(), reached.position());
            end = OptionalLong.empty();
            reached = start;
            replaced = false;
        });
    }

    private Uni<Void> handle(SubscribeResponse message) {
        Reached before = reached;
        end = OptionalLong.of(message.getEndPosition());
        if (before.isOfAnotherLogThan(message.getLogId())) {
            replaced = true;
            return Uni.createFrom().failure(new LogReplacedException("the log at hand is not the one read before"));
        }
        return Multi.createFrom()
                .iterable(reader.runs(message, before))
                .onItem()
                .transformToUniAndConcatenate(this::take)
                .collect()
                .last()
                .invoke(() -> reached = reached.upTo(message.getPosition(), message.getLogId()))
                .replaceWithVoid();
    }

    private Uni<Reached> take(R run) {
        return reader.take(run, reached)
                .onFailure(LogReplacedException.class)
                .invoke(() -> replaced = true)
                .invoke(upTo -> reached = upTo);
    }
}
