package io.zugabe.segmentation.log.adapter;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an archive consists of.
 *
 * @param after positions in it are (after, until]
 * @param files in the order of positions
 */
record ArchiveManifest(UUID logId, LocalDate month, long after, long until, List<File> files) {

    private static final String NAME = "manifest.json";
    private static final String FORMAT = "zugabe.segmentation.v1.LoggedEvent, length-delimited, gzip";

    /**
     * A file of an archive.
     *
     * @param firstPosition positions in it are [firstPosition, lastPosition], with gaps
     * @param sha256 digest of the compressed file, in hex
     */
    record File(String name, long firstPosition, long lastPosition, int events, String sha256) {}

    /**
     * Lets other files count from now on; durable afterwards.
     *
     * @throws IOException if the manifest is no longer this one: somebody else was at work
     */
    void replacedBy(List<File> others, Path directory) throws IOException {
        if (!read(directory).equals(this)) {
            throw new IOException(directory + " was changed meanwhile");
        }
        new ArchiveManifest(logId, month, after, until, others).write(directory);
    }

    static ArchiveManifest read(Path directory) throws IOException {
        JsonObject json = new JsonObject(Files.readString(directory.resolve(NAME)));
        List<File> files = json.getJsonArray("files").stream()
                .map(JsonObject.class::cast)
                .map(file -> new File(
                        file.getString("name"),
                        file.getLong("firstPosition"),
                        file.getLong("lastPosition"),
                        file.getInteger("events"),
                        file.getString("sha256")))
                .toList();
        return new ArchiveManifest(
                UUID.fromString(json.getString("logId")),
                LocalDate.parse(json.getString("month")),
                json.getLong("afterPosition"),
                json.getLong("untilPosition"),
                files);
    }

    /** Replaces the manifest at once; durable afterwards. */
    void write(Path directory) throws IOException {
        JsonArray list = new JsonArray();
        files.forEach(file -> list.add(new JsonObject()
                .put("name", file.name())
                .put("firstPosition", file.firstPosition())
                .put("lastPosition", file.lastPosition())
                .put("events", file.events())
                .put("sha256", file.sha256())));
        JsonObject json = new JsonObject()
                .put("format", FORMAT)
                .put("logId", logId.toString())
                .put("month", month.toString())
                .put("afterPosition", after)
                .put("untilPosition", until)
                .put("events", files.stream().mapToLong(File::events).sum())
                .put("files", list);
        Path next = directory.resolve(NAME + "." + UUID.randomUUID());
        Files.writeString(next, json.encodePrettily());
        sync(next);
        Files.move(next, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(directory);
    }

    /** Forces what was written to the disk. */
    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    /** Deletes the files that no longer count. */
    static void deleteOthers(Path directory, List<File> kept) throws IOException {
        Set<String> names = kept.stream().map(File::name).collect(Collectors.toSet());
        for (Path file : filesIn(directory)) {
            String name = String.valueOf(file.getFileName());
            if (!names.contains(name) && !name.equals(NAME)) {
                Files.delete(file);
            }
        }
    }
}
