package io.zugabe.quickstart.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** How far an import of one file into one target got: the last line that a service acknowledged. */
final class Checkpoint {

    private static final long EVERY_NANOS = 500_000_000L;

    /**
     * How far an import got.
     *
     * @param line the last acknowledged line; 0 if there is none
     * @param witness id of something that was stored until then; empty if unknown
     */
    record Reached(long line, String witness) {

        static final Reached NOTHING = new Reached(0, "");
    }

    private final Path file;
    private long lastWrite;
    private String witness = "";

    private Checkpoint(Path file) {
        this.file = file;
    }

    /**
     * The checkpoint of a file as it is now: a changed file has another.
     *
     * @param options what else decides what is sent
     */
    static Checkpoint of(Path input, String kind, int portBase, String... options) throws IOException {
        String identity = String.join(
                "|",
                input.toRealPath().toString(),
                String.valueOf(Files.size(input)),
                String.valueOf(Files.getLastModifiedTime(input).toMillis()),
                kind,
                String.valueOf(portBase),
                String.join("|", options));
        CRC32C hash = new CRC32C();
        hash.update(identity.getBytes(StandardCharsets.UTF_8));
        return new Checkpoint(folder().resolve(kind + "-" + HexFormat.of().toHexDigits((int) hash.getValue())));
    }

    /** Where checkpoints and lists of rejected records are kept. */
    static Path folder() {
        String user = System.getProperty("user.name", "user");
        return Path.of(System.getProperty("java.io.tmpdir"), "zugabe-" + user, "imports");
    }

    /** Where the records that this import rejects are listed unless someone says otherwise. */
    Path rejectedFile() {
        return file.resolveSibling(file.getFileName() + "-rejected.tsv");
    }

    /** How far an earlier run got. */
    Reached read() {
        try {
            if (!Files.exists(file)) {
                return Reached.NOTHING;
            }
            String[] parts = Files.readString(file).strip().split(" ", 2);
            return new Reached(Long.parseLong(parts[0]), parts.length > 1 ? parts[1] : "");
        } catch (IOException | NumberFormatException e) {
            return Reached.NOTHING;
        }
    }

    /** Notes a line; at most twice a second it reaches the disk, since repeating a little is harmless. */
    void reached(long line) {
        reached(line, "");
    }

    /** Notes a line, and something that was stored if it names anything. */
    synchronized void reached(long line, String stored) {
        witness = stored.isEmpty() ? witness : stored;
        long now = System.nanoTime();
        if (now - lastWrite >= EVERY_NANOS) {
            lastWrite = now;
            try {
                Files.createDirectories(file.getParent());
                Path next = file.resolveSibling(file.getFileName() + ".next");
                Files.writeString(next, line + " " + witness);
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
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
