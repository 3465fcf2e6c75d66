package io.zugabe.segmentation.privacy.adapter;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.NewEvent;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.ErasureEvents;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.SubjectsErased;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Erasures as events of the API. */
@ApplicationScoped
class ErasureMessages implements ErasureEvents {

    /** About nobody. */
    private static final Subject NOBODY = Subject.visitor("");

    @Override
    public NewEvent event(UUID erasure, Instant time, List<byte[]> digests) {
        String eventId = "erasure-" + erasure;
        SubjectsErased.Builder erased = SubjectsErased.newBuilder();
        digests.forEach(digest -> erased.addSubjectDigests(ByteString.copyFrom(digest)));
        Event event = Event.newBuilder()
                .setEventId(eventId)
                .setEventTime(
                        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()))
                .setSubjectsErased(erased)
                .build();
        return new NewEvent(
                eventId,
                time,
                NOBODY,
                EventKind.SUBJECTS_ERASED,
                event.toByteString().asReadOnlyByteBuffer());
    }
}
