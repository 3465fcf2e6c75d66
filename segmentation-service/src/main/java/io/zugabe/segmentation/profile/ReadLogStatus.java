package io.zugabe.segmentation.profile;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.domain.LogStatus;
import jakarta.enterprise.context.ApplicationScoped;

/** Says how far the log and the profiles built from it are. */
@ApplicationScoped
public class ReadLogStatus {

    private final EventLog log;
    private final ProfileStore store;

    public ReadLogStatus(EventLog log, ProfileStore store) {
        this.log = log;
        this.store = store;
    }

    /**
     * How far the log and the profiles are.
     *
     * @param projectedPosition everything up to here is part of the profiles; not above the log's end
     */
    public record Status(LogStatus log, long projectedPosition) {}

    /** Reads both; the projected position first, so that it never seems to be ahead of the log. */
    public Uni<Status> read() {
        return store.progress().chain(progress -> log.status().map(status -> new Status(status, progress.position())));
    }
}
