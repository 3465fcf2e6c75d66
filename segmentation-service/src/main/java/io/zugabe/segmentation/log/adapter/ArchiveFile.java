package io.zugabe.segmentation.log.adapter;

import com.google.protobuf.Timestamp;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.v1.Event;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One file of an archive. */
final class ArchiveFile {

    private ArchiveFile() {}

    /**
     * Writes events to a new file; durable afterwards.
     *
     * @param name of no file that there is
     * @param events at least one
     */
    static ArchiveManifest.File write(Path directory, String name, List<LoggedEvent> events) throws IOException {
        return write(
                directory,
                name,
                events,
                events.getFirst().position(),
                events.getLast().position());
    }

    private static ArchiveManifest.File write(
            Path directory, String name, List<LoggedEvent> events, long first, long last) throws IOException {
        Path file = directory.resolve(name);
        try (OutputStream out = new BufferedOutputStream(new GZIPOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)))) {
            for (LoggedEvent event : events) {
                message(event).writeDelimitedTo(out);
            }
        }
        ArchiveManifest.sync(file);
        return new ArchiveManifest.File(name, first, last, events.size(), sha256(file));
    }

    /** The name of the first file with a number. */
    static String name(int number) {
        return String.format(Locale.ROOT, "events-%06d-1.pb.gz", number);
    }

    /** A name that no other file has, with the number of the file that it replaces, and the next generation. */
    private static String nextName(String name) {
        String[] parts = name.split("[-.]");
        return String.format(
                Locale.ROOT,
                "events-%s-%d-%s.pb.gz",
                parts[1],
                Integer.parseInt(parts[2]) + 1,
                UUID.randomUUID().toString().replace("-", ""));
    }

    /**
     * Reads a whole file and compares it with the manifest.
     *
     * @param after its positions must be greater
     * @return its last position
     */
    static long verify(Path directory, ArchiveManifest.File expected, long after) throws IOException {
        Path file = directory.resolve(expected.name());
        long position = after;
        int events = 0;
        try (InputStream in = open(file)) {
            for (var event = next(in); event != null; event = next(in)) {
                if (event.getPosition() <= position) {
                    throw new IOException(file + " has position " + event.getPosition() + " after " + position);
                }
                position = event.getPosition();
                events++;
            }
        }
        if (events != expected.events() || !sha256(file).equals(expected.sha256())) {
            throw new IOException(file + " is not what its manifest says");
        }
        return Math.max(position, expected.lastPosition());
    }

    /** As {@link EventLog#read}, of the events of this file that are wanted. */
    static LogPage read(
            Path directory,
            ArchiveManifest.File file,
            long after,
            long until,
            Predicate<Event> wanted,
            EventLog.Most most)
            throws IOException {
        List<LoggedEvent> events = new ArrayList<>();
        long bytes = 0;
        try (InputStream in = open(directory.resolve(file.name()))) {
            for (var event = next(in); event != null && event.getPosition() <= until; event = next(in)) {
                if (event.getPosition() > after && wanted.test(event.getEvent())) {
                    LoggedEvent logged = logged(event);
                    events.add(logged);
                    bytes += logged.payload().remaining();
                    if (events.size() >= most.events() || bytes >= most.bytes()) {
                        return new LogPage(events, logged.position());
                    }
                }
            }
        }
        return new LogPage(events, Math.min(until, file.lastPosition()));
    }

    /**
     * The file that replaces this one, with no event of some subjects; the same if it has none of them.
     *
     * @param erased counts the events that are left out
     */
    static ArchiveManifest.File without(
            Path directory, ArchiveManifest.File file, Set<Subject> subjects, Map<Subject, Long> erased)
            throws IOException {
        List<LoggedEvent> kept = new ArrayList<>();
        try (InputStream in = open(directory.resolve(file.name()))) {
            for (var event = next(in); event != null; event = next(in)) {
                Subject subject = subject(event.getEvent());
                if (subjects.contains(subject)) {
                    erased.merge(subject, 1L, Long::sum);
                } else {
                    kept.add(logged(event));
                }
            }
        }
        return kept.size() == file.events()
                ? file
                : write(directory, nextName(file.name()), kept, file.firstPosition(), file.lastPosition());
    }

    /** Whom an event is about. */
    static Subject subject(Event event) {
        return event.getCustomerId().isEmpty()
                ? Subject.visitor(event.getVisitorId())
                : Subject.customer(event.getCustomerId());
    }

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file)));
    }

    private static io.zugabe.segmentation.v1.@Nullable LoggedEvent next(InputStream in) throws IOException {
        return io.zugabe.segmentation.v1.LoggedEvent.parseDelimitedFrom(in);
    }

    private static io.zugabe.segmentation.v1.LoggedEvent message(LoggedEvent event) throws IOException {
        return io.zugabe.segmentation.v1.LoggedEvent.newBuilder()
                .setPosition(event.position())
                .setAppendTime(Timestamp.newBuilder()
                        .setSeconds(event.appendTime().getEpochSecond())
                        .setNanos(event.appendTime().getNano()))
                .setEvent(Event.parseFrom(event.payload().duplicate()))
                .build();
    }

    private static LoggedEvent logged(io.zugabe.segmentation.v1.LoggedEvent event) {
        return new LoggedEvent(
                event.getPosition(),
                Instant.ofEpochSecond(
                        event.getAppendTime().getSeconds(),
                        event.getAppendTime().getNanos()),
                ByteBuffer.wrap(event.getEvent().toByteArray()).asReadOnlyBuffer());
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
