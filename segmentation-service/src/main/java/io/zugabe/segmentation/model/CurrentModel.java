package io.zugabe.segmentation.model;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The decoded model of a kind that is in force.
 *
 * @param <T> what it is decoded to; immutable
 */
public final class CurrentModel<T> {

    private final String kind;
    private final Function<PublishedModel, T> decode;
    private volatile @Nullable Held<T> held;

    CurrentModel(String kind, Function<PublishedModel, T> decode) {
        this.kind = kind;
        this.decode = decode;
    }

    /** The model; empty if none is in force, or none was found yet. Costs nothing. */
    public Optional<T> get() {
        Held<T> current = held;
        return current == null ? Optional.empty() : Optional.of(current.model());
    }

    /** Its version; 0 if there is none. */
    public int version() {
        Held<T> current = held;
        return current == null ? 0 : current.version();
    }

    String kind() {
        return kind;
    }

    synchronized boolean replace(PublishedModel model) {
        if (version() == model.version()) {
            return false;
        }
        held = new Held<>(model.version(), decode.apply(model));
        return true;
    }

    synchronized boolean clear() {
        boolean had = held != null;
        held = null;
        return had;
    }

    private record Held<T>(int version, T model) {}
}
