package io.zugabe.segmentation.audience.endpoint;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Supplier;

/** A computation that says how far it is while one waits for its result. */
final class Reporting {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private Reporting() {}

    /**
     * Progress about once a second, then the result. Cancelling it cancels the computation.
     *
     * @param progress how far it is now
     */
    static <T> Multi<T> of(Uni<T> result, Supplier<T> progress) {
        return Multi.createFrom().emitter(emitter -> {
            Cancellable ticks = Multi.createFrom()
                    .ticks()
                    .startingAfter(PERIOD)
                    .every(PERIOD)
                    .onOverflow()
                    .drop()
                    .subscribe()
                    .with(tick -> emitter.emit(progress.get()));
            Cancellable computation = result.subscribe()
                    .with(
                            item -> {
                                ticks.cancel();
                                emitter.emit(item);
                                emitter.complete();
                            },
                            failure -> {
                                ticks.cancel();
                                emitter.fail(failure);
                            });
            emitter.onTermination(() -> {
                ticks.cancel();
                computation.cancel();
            });
        });
    }
}
