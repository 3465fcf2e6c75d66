package io.zugabe.segmentation.log.endpoint;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.LoggedEvent;

/** Events of the log as the API carries them. */
public final class LoggedEvents {

    private LoggedEvents() {}

    /** The message of an event. */
    public static LoggedEvent message(io.zugabe.segmentation.log.domain.LoggedEvent event) {
        try {
            return LoggedEvent.newBuilder()
                    .setPosition(event.position())
                    .setAppendTime(Timestamp.newBuilder()
                            .setSeconds(event.appendTime().getEpochSecond())
                            .setNanos(event.appendTime().getNano()))
                    .setEvent(Event.parseFrom(event.payload().duplicate()))
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The log holds no event at position " + event.position(), e);
        }
    }
}
