package io.zugabe.recommendation.models;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where models are kept, for restarts and for other replicas. Models belong to a generation: that of the
 * event log, which grows whenever the log is replaced by another.
 */
public interface ModelArchive {

    /** A model that is kept. */
    record Kept(String version, Instant learned) {

        /** No model. */
        public static final Kept NONE = new Kept("", Instant.EPOCH);
    }

    /** The generation of the log. */
    Uni<Long> generation();

    /** The latest model of a kind and generation; empty if there is none. */
    Uni<Optional<Kept>> latest(String kind, long generation);

    /** The bytes of a model, as they were kept. */
    Uni<byte[]> load(String kind, String version);

    /** Keeps a model, and of those of its kind before only the latest. */
    Uni<Void> keep(String kind, Kept model, long generation, byte[] bytes);

    /** Whether this replica may learn models of a kind; no other may until it is done, or the time is over. */
    Uni<Boolean> claim(String kind, Duration atMost);

    /** Learning is done. */
    Uni<Void> release(String kind);
}
