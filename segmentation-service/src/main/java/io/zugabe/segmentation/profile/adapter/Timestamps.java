package io.zugabe.segmentation.profile.adapter;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Instants as the API carries them. */
public final class Timestamps {

    private Timestamps() {}

    /** The message of an instant. */
    public static Timestamp of(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    /** Sets a field to an instant, if there is one. */
    public static void set(@Nullable Instant time, Consumer<Timestamp> setter) {
        if (time != null) {
            setter.accept(of(time));
        }
    }
}
