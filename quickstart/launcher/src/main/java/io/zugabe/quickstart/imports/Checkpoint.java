package io.zugabe.quickstart.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** How far an import of one file into one target got: the last line that a service acknowledged. */
final class Checkpoint {

    private static final long EVERY_NANOS = 500_000_000L;

    private final Path file;
    private long lastWrite;

    private Checkpoint(Path file) {
        this.file = file;
    }

    /** The checkpoint of a file as it is now: a changed file has another. */
    static Checkpoint of(Path input, String kind, int portBase) throws IOException {
        String identity = String.join(
                "|",
                input.toRealPath().toString(),
                String.valueOf(Files.size(input)),
                String.valueOf(Files.getLastModifiedTime(input).toMillis()),
                kind,
                String.valueOf(portBase));
        CRC32C hash = new CRC32C();
        hash.update(identity.getBytes(StandardCharsets.UTF_8));
        return new Checkpoint(folder().resolve(kind + "-" + HexFormat.of().toHexDigits((int) hash.getValue())));
    }

    /** Where checkpoints and lists of rejected records are kept. */
    static Path folder() {
        String user = System.getProperty("user.name", "user");
        return Path.of(System.getProperty("java.io.tmpdir"), "zugabe-" + user, "imports");
    }

    /** The last acknowledged line; 0 if there is none. */
    long read() {
        try {
            return Files.exists(file) ? Long.parseLong(Files.readString(file).trim()) : 0;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    /** Notes a line; at most twice a second it reaches the disk, since repeating a little is harmless. */
    synchronized void reached(long line) {
        long now = System.nanoTime();
        if (now - lastWrite >= EVERY_NANOS) {
            lastWrite = now;
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, String.valueOf(line));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The import is complete. */
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
