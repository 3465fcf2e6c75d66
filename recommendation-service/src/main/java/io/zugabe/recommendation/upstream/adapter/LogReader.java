package io.zugabe.recommendation.upstream.adapter;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.upstream.Reached;
import io.zugabe.segmentation.v1.SubscribeResponse;
import java.util.List;

/**
 * Who reads the event log through a {@link LogFollower}, and where it puts what it reads.
 *
 * @param <R> a run of events as the reader takes it in
 */
public interface LogReader<R> {

    /** What is read, for logs and for the other end of the stream: "orders". */
    String name();

    /** The kinds of events that are read. */
    List<String> kinds();

    /** Reads back what was kept before a restart; tried again until it succeeds. Returns how far that was read. */
    Uni<Reached> load();

    /**
     * The runs of a message, in order; empty if nothing has to be taken in. Of the last run the position is the message's.
     *
     * @param before how far the log was read before the message
     */
    List<R> runs(SubscribeResponse message, Reached before);

    /**
     * Takes in a run; the result is how far the log is read with it. Fails with {@link LogReplacedException} if it comes
     * from another log than what was read before.
     */
    Uni<Reached> take(R run, Reached before);

    /**
     * Forgets all that was read of a log that is gone.
     *
     * @param generation that is given up
     * @return from where to go on: the start
     */
    Uni<Reached> forget(long generation);
}
