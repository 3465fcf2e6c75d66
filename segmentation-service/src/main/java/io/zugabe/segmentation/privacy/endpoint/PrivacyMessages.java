package io.zugabe.segmentation.privacy.endpoint;

import com.google.protobuf.Timestamp;
import io.zugabe.segmentation.log.endpoint.LoggedEvents;
import io.zugabe.segmentation.privacy.domain.Erasure;
import io.zugabe.segmentation.uplift.adapter.TrainingRowMessages;
import io.zugabe.segmentation.uplift.domain.UnitRow;
import io.zugabe.segmentation.v1.ExportCustomerResponse;
import io.zugabe.segmentation.v1.ExportedTrainingRow;
import io.zugabe.segmentation.v1.ProfileRead;
import java.time.Instant;

/** Erasures, reads and the parts of a copy as the API carries them. */
final class PrivacyMessages {

    private PrivacyMessages() {}

    static io.zugabe.segmentation.v1.Erasure message(Erasure erasure) {
        io.zugabe.segmentation.v1.Erasure.Builder message = io.zugabe.segmentation.v1.Erasure.newBuilder()
                .setErasureId(erasure.id().toString())
                .setState(
                        erasure.completeTime().isPresent()
                                ? io.zugabe.segmentation.v1.Erasure.State.STATE_ERASED
                                : io.zugabe.segmentation.v1.Erasure.State.STATE_ERASING)
                .setCreateTime(timestamp(erasure.createTime()))
                .setActor(erasure.actor())
                .setSubjects(erasure.subjects())
                .setEvents(erasure.events())
                .setArchivedEvents(erasure.archivedEvents())
                .setRows(erasure.rows());
        erasure.completeTime().ifPresent(time -> message.setCompleteTime(timestamp(time)));
        return message.build();
    }

    static ProfileRead message(io.zugabe.segmentation.privacy.domain.ProfileRead read) {
        return ProfileRead.newBuilder()
                .setReadTime(timestamp(read.time()))
                .setActor(read.actor())
                .setCall(read.call())
                .build();
    }

    static ExportCustomerResponse part(io.zugabe.segmentation.log.domain.LoggedEvent event) {
        return ExportCustomerResponse.newBuilder()
                .setEvent(LoggedEvents.message(event))
                .build();
    }

    static ExportCustomerResponse part(UnitRow row) {
        return ExportCustomerResponse.newBuilder()
                .setTrainingRow(ExportedTrainingRow.newBuilder()
                        .setDataset(row.dataset())
                        .setRow(TrainingRowMessages.message(row)))
                .build();
    }

    static ExportCustomerResponse part(io.zugabe.segmentation.privacy.domain.ProfileRead read) {
        return ExportCustomerResponse.newBuilder().setRead(message(read)).build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
