package io.zugabe.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalClockTest {

    @TempDir
    Path directory;

    @Test
    void instant_fileChanged_showsWhatStandsInIt() throws Exception {
        Path file = Files.writeString(directory.resolve("now"), "2026-03-01T22:00:00Z\n");
        RehearsalClock clock = new RehearsalClock(file);
        assertEquals(Instant.parse("2026-03-01T22:00:00Z"), clock.instant());

        Files.writeString(file, "2026-03-02T22:00:00Z");
        assertEquals(Instant.parse("2026-03-02T22:00:00Z"), clock.instant());
        assertEquals(clock.instant(), clock.withZone(ZoneId.of("Europe/Berlin")).instant());
    }

    @Test
    void instant_fileMissing_saysWhich() {
        RehearsalClock clock = new RehearsalClock(directory.resolve("none"));
        assertEquals(
                "the time cannot be read from " + directory.resolve("none"),
                assertThrows(UncheckedIOException.class, clock::instant).getMessage());
    }
}
