package io.zugabe.segmentation.model;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The models in force, decoded and in memory on every replica. */
@ApplicationScoped
public class CurrentModels {

    /** Whoever follows models is a startup bean of this priority, so that its model is there before anybody is assessed. */
    public static final int FOLLOWERS = Interceptor.Priority.PLATFORM_BEFORE + 100;

    private static final Logger LOG = Logger.getLogger(CurrentModels.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);

    private final ModelStore store;
    private final MeterRegistry metrics;
    private final List<CurrentModel<?>> followed = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Cancellable looking;

    public CurrentModels(ModelStore store, MeterRegistry metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    /**
     * Holds the decoded model of a kind and keeps it up with what is published, within two seconds. Call it
     * once, when the holder is constructed; the holder is a startup bean of priority {@link #FOLLOWERS}.
     *
     * @param decode called on a worker thread; if it fails, the model before stays in use
     */
    public <T> CurrentModel<T> follow(String kind, Function<PublishedModel, T> decode) {
        CurrentModel<T> current = new CurrentModel<>(kind, decode);
        followed.add(current);
        metrics.gauge("zugabe.model.version", List.of(Tag.of("kind", kind)), current, CurrentModel::version);
        return current;
    }

    /** Calls a listener, on a worker thread, with the kind of each model that another has been put in the place of. */
    public void onChange(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Brings what is followed up to what is in force now. */
    public Uni<Void> refresh() {
        return store.inForce()
                .chain(this::bringUp)
                .ifNoItem()
                .after(LONGEST_LOOK)
                .fail();
    }

    /** After those who follow, and before anybody is assessed: without models they would lose what models say of them. */
    void start(@Observes @Priority(FOLLOWERS + 100) StartupEvent event) {
        refresh().await().indefinitely();
        Uni<Void> look = Uni.createFrom()
                .deferred(this::refresh)
                .onFailure()
                .invoke(failure -> LOG.warnf("Could not see which models are in force: %s; trying again", failure))
                .onFailure()
                .recoverWithNull();
        looking = Multi.createBy()
                .repeating()
                .uni(() -> look.onItem().delayIt().by(BETWEEN_LOOKS))
                .indefinitely()
                .subscribe()
                .with(_ -> {}, failure -> LOG.error("Models in force are no longer followed", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        Cancellable current = looking;
        if (current != null) {
            current.cancel();
        }
    }

    private Uni<Void> bringUp(Map<String, Integer> inForce) {
        return Multi.createFrom()
                .iterable(followed)
                .onItem()
                .transformToUniAndConcatenate(current -> bringUp(current, inForce.getOrDefault(current.kind(), 0)))
                .collect()
                .last();
    }

    private Uni<Void> bringUp(CurrentModel<?> current, int version) {
        if (current.version() == version) {
            return Uni.createFrom().voidItem();
        }
        Uni<Boolean> changed = version == 0
                ? Uni.createFrom().item(current::clear)
                : store.load(current.kind(), version)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(loaded -> loaded.isPresent() && replace(current, loaded.get()));
        return changed.invoke(done -> {
                    if (done) {
                        LOG.infof("Model %s: version %d is in use", current.kind(), version);
                        listeners.forEach(listener -> listener.accept(current.kind()));
                    }
                })
                .replaceWithVoid();
    }

    /** One that cannot be decoded keeps neither the service from starting nor others from being in use. */
    private static boolean replace(CurrentModel<?> current, PublishedModel model) {
        try {
            return current.replace(model);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Model %s %d cannot be used", current.kind(), model.version());
            return false;
        }
    }
}
