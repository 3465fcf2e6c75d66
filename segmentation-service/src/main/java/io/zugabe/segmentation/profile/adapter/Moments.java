package io.zugabe.segmentation.profile.adapter;

import io.zugabe.segmentation.profile.adapter.state.Moment;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Instants in stored profiles. */
final class Moments {

    private Moments() {}

    static Moment encode(Instant instant) {
        return Moment.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    static void encode(@Nullable Instant instant, Consumer<Moment> setter) {
        if (instant != null) {
            setter.accept(encode(instant));
        }
    }

    static Instant decode(Moment moment) {
        return Instant.ofEpochSecond(moment.getSeconds(), moment.getNanos());
    }

    static @Nullable Instant decode(boolean present, Moment moment) {
        return present ? decode(moment) : null;
    }
}
