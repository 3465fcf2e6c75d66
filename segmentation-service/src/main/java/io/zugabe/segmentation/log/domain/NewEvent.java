package io.zugabe.segmentation.log.domain;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A valid event on its way into the log.
 *
 * @param eventId makes the event idempotent
 * @param payload the event as the API carries it; read only, never consumed
 */
public record NewEvent(String eventId, Instant eventTime, Subject subject, EventKind kind, ByteBuffer payload) {

    /** Size of the payload in bytes. */
    public int size() {
        return payload.remaining();
    }
}
