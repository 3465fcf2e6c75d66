package io.zugabe.segmentation.log;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;

/** The right to change archives: of all instances one at a time has it. */
public interface ArchiveLock {

    /**
     * Does work while no other instance changes archives.
     *
     * @param work may block; not begun if another instance is at work
     * @return what the work returned; empty at once if another instance is at work
     */
    <T> Uni<Optional<T>> holding(Supplier<T> work);
}
