package io.zugabe.segmentation.log.endpoint;

import com.google.protobuf.Timestamp;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.segmentation.log.LogTail;
import io.zugabe.segmentation.profile.RebuildProfiles;
import io.zugabe.segmentation.v1.GetRebuildResponse;
import io.zugabe.segmentation.v1.Rebuild;
import io.zugabe.segmentation.v1.RebuildProfilesResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The calls of EventService that build anew what the log says. */
@ApplicationScoped
public class RebuildCalls {

    private final RebuildProfiles rebuildProfiles;
    private final LogTail tail;

    public RebuildCalls(RebuildProfiles rebuildProfiles, LogTail tail) {
        this.rebuildProfiles = rebuildProfiles;
        this.tail = tail;
    }

    Uni<RebuildProfilesResponse> rebuild() {
        return rebuildProfiles
                .rebuild(Actor.current())
                .map(rebuild -> RebuildProfilesResponse.newBuilder()
                        .setRebuild(message(rebuild))
                        .build());
    }

    Uni<GetRebuildResponse> latest() {
        return rebuildProfiles.latest().map(latest -> {
            GetRebuildResponse.Builder response = GetRebuildResponse.newBuilder();
            latest.ifPresent(rebuild -> response.setRebuild(message(rebuild)));
            return response.build();
        });
    }

    private Rebuild message(io.zugabe.segmentation.profile.Rebuild rebuild) {
        Rebuild.Builder message = Rebuild.newBuilder()
                .setActor(rebuild.actor())
                .setRunning(rebuild.running())
                .setPosition(rebuild.running() ? rebuild.position() : tail.end())
                .setEndPosition(tail.end())
                .setStartTime(timestamp(rebuild.start()));
        Instant end = rebuild.end();
        if (end != null) {
            message.setEndTime(timestamp(end));
        }
        return message.build();
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
