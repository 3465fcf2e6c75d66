package io.zugabe.segmentation.log.adapter;

import io.zugabe.segmentation.log.Archive;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.LogConfig;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.LogMonth;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.v1.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Archives as directories, one for each month: {@code <log id>/2026-03}. In it {@code manifest.json}, and
 * files of 20,000 events, gzipped, each event a {@code zugabe.segmentation.v1.LoggedEvent} behind its
 * length as a varint. Files never change: what replaces one has another name, and the manifest, which is
 * replaced at once, says which files count.
 */
@ApplicationScoped
class ArchiveFiles implements Archive {

    private static final int EVENTS_PER_FILE = 20_000;

    private final Optional<Path> root;

    ArchiveFiles(LogConfig config) {
        this.root = config.archiveDirectory();
    }

    @Override
    public boolean configured() {
        return root.isPresent();
    }

    @Override
    public Written write(UUID logId, LogMonth month, Pages pages) {
        String name = name(logId, month);
        Path directory = directory(name);
        try {
            discard(directory, true);
            write(logId, month, directory, pages);
            return new Written(name, verify(month, directory));
        } catch (IOException e) {
            throw new UncheckedIOException("The archive " + directory + " could not be written", e);
        }
    }

    @Override
    public long verify(LogMonth month) {
        Path directory = directory(Objects.requireNonNull(month.archive()));
        try {
            return verify(month, directory);
        } catch (IOException e) {
            throw new UncheckedIOException("The archive " + directory + " is not what was written", e);
        }
    }

    @Override
    public void discardUnfinished(UUID logId, LogMonth month) {
        Path directory = directory(name(logId, month));
        try {
            discard(directory, month.archive() == null && month.until() != null && !month.dropped());
        } catch (IOException e) {
            throw new UncheckedIOException("What is unfinished of " + directory + " could not be deleted", e);
        }
    }

    private static String name(UUID logId, LogMonth month) {
        return logId + "/" + month.month().toString().substring(0, "2026-03".length());
    }

    private static void discard(Path directory, boolean published) throws IOException {
        Path parent = Objects.requireNonNull(directory.getParent());
        if (!Files.exists(parent)) {
            return;
        }
        String name = String.valueOf(directory.getFileName());
        for (Path each : ArchiveManifest.filesIn(parent)) {
            String found = String.valueOf(each.getFileName());
            if (found.startsWith(name + ".") || published && found.equals(name)) {
                delete(each);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        for (Path file : ArchiveManifest.filesIn(directory)) {
            Files.delete(file);
        }
        Files.delete(directory);
    }

    private static void write(UUID logId, LogMonth month, Path directory, Pages pages) throws IOException {
        Path unfinished =
                Files.createDirectories(directory.resolveSibling(directory.getFileName() + "." + UUID.randomUUID()));
        List<ArchiveManifest.File> files = new ArrayList<>();
        List<LoggedEvent> waiting = new ArrayList<>();
        long position = month.after();
        long until = Objects.requireNonNull(month.until());
        while (position < until || !waiting.isEmpty()) {
            if (position < until) {
                LogPage page = pages.after(position);
                waiting.addAll(page.events());
                position = page.position();
            }
            while (waiting.size() >= EVENTS_PER_FILE || position >= until && !waiting.isEmpty()) {
                List<LoggedEvent> some = waiting.subList(0, Math.min(EVENTS_PER_FILE, waiting.size()));
                files.add(ArchiveFile.write(unfinished, ArchiveFile.name(files.size() + 1), some));
                some.clear();
            }
        }
        new ArchiveManifest(logId, month.month(), month.after(), until, files).write(unfinished);
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        ArchiveManifest.sync(Objects.requireNonNull(directory.getParent()));
    }

    private static long verify(LogMonth month, Path directory) throws IOException {
        long found = 0;
        long position = month.after();
        for (ArchiveManifest.File file : ArchiveManifest.read(directory).files()) {
            position = ArchiveFile.verify(directory, file, position);
            found += file.events();
        }
        if (position > Objects.requireNonNull(month.until())) {
            throw new IOException(
                    directory + " holds events up to position " + position + "; the month ends with " + month.until());
        }
        return found;
    }

    @Override
    public LogPage read(LogMonth month, long after, long upTo, Set<EventKind> kinds, EventLog.Most most) {
        return read(month, after, upTo, event -> kinds.isEmpty() || kinds.contains(kind(event)), most);
    }

    @Override
    public LogPage readOf(Set<Subject> subjects, LogMonth month, long after, EventLog.Most most) {
        long until = Objects.requireNonNull(month.until());
        return read(month, after, until, event -> subjects.contains(ArchiveFile.subject(event)), most);
    }

    private static EventKind kind(Event event) {
        return EventKind.valueOf(event.getWhatCase().name());
    }

    private LogPage read(LogMonth month, long after, long upTo, Predicate<Event> wanted, EventLog.Most most) {
        Path directory = directory(Objects.requireNonNull(month.archive()));
        long until = Math.min(upTo, Objects.requireNonNull(month.until()));
        try {
            return page(directory, after, until, wanted, most);
        } catch (IOException e) {
            throw new UncheckedIOException("The archive " + directory + " cannot be read", e);
        }
    }

    /** An erasure may replace a file after the manifest that names it was read: the next manifest names another. */
    private static LogPage page(Path directory, long after, long until, Predicate<Event> wanted, EventLog.Most most)
            throws IOException {
        ArchiveManifest manifest = ArchiveManifest.read(directory);
        try {
            return page(directory, manifest, after, until, wanted, most);
        } catch (NoSuchFileException replaced) {
            ArchiveManifest next = ArchiveManifest.read(directory);
            if (next.equals(manifest)) {
                throw replaced;
            }
            return page(directory, next, after, until, wanted, most);
        }
    }

    private static LogPage page(
            Path directory,
            ArchiveManifest manifest,
            long after,
            long until,
            Predicate<Event> wanted,
            EventLog.Most most)
            throws IOException {
        for (ArchiveManifest.File file : manifest.files()) {
            if (file.lastPosition() > after && file.firstPosition() <= until) {
                LogPage page = ArchiveFile.read(directory, file, after, until, wanted, most);
                boolean through = page.position() >= file.lastPosition();
                return through && page.events().isEmpty() ? new LogPage(List.of(), file.lastPosition()) : page;
            }
        }
        return new LogPage(List.of(), until);
    }

    @Override
    public Map<Subject, Long> erase(LogMonth month, Set<Subject> subjects) {
        Path directory = directory(Objects.requireNonNull(month.archive()));
        try {
            ArchiveManifest manifest = ArchiveManifest.read(directory);
            ArchiveManifest.deleteOthers(directory, manifest.files());
            Map<Subject, Long> erased = new HashMap<>();
            List<ArchiveManifest.File> kept = new ArrayList<>();
            for (ArchiveManifest.File file : manifest.files()) {
                kept.add(ArchiveFile.without(directory, file, subjects, erased));
            }
            if (!erased.isEmpty()) {
                manifest.replacedBy(kept, directory);
                ArchiveManifest.deleteOthers(directory, kept);
            }
            return erased;
        } catch (IOException e) {
            throw new UncheckedIOException("The archive " + directory + " could not be rewritten", e);
        }
    }

    private Path directory(String name) {
        return root.orElseThrow(() -> new IllegalStateException("There is no archive directory"))
                .resolve(name);
    }
}
