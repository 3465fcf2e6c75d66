package io.zugabe.segmentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that shows what stands in a file, so that quiet times, windows and lifecycles can be rehearsed
 * with events whose times are simulated. It stands still between two changes of the file. Who writes the
 * file must replace it at once (move a new one over it).
 */
final class RehearsalClock extends Clock {

    private final Path file;
    private final ZoneId zone;

    RehearsalClock(Path file) {
        this(file, ZoneOffset.UTC);
    }

    private RehearsalClock(Path file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        try {
            return Instant.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the time cannot be read from " + file, e);
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new RehearsalClock(file, other);
    }
}
