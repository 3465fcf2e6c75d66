package io.zugabe.bench.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Rule packs in a temporary directory, from where a service reads them. */
public final class RulePacks implements AutoCloseable {

    private final Path directory;

    private RulePacks(Path directory) {
        this.directory = directory;
    }

    /** A pack that lies beside the benchmarks' classes. */
    public static RulePacks ofResource(String resource) {
        return of(Map.of(resource.substring(resource.lastIndexOf('/') + 1), text(resource)));
    }

    /**
     * Packs.
     *
     * @param texts by the names of their files
     */
    public static RulePacks of(Map<String, String> texts) {
        try {
            Path directory = Files.createTempDirectory("zugabe-bench-packs-");
            for (Map.Entry<String, String> each : texts.entrySet()) {
                Files.writeString(directory.resolve(each.getKey()), each.getValue());
            }
            return new RulePacks(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the rule packs could not be written", e);
        }
    }

    /** The text of a resource. */
    public static String text(String resource) {
        try (InputStream stream = RulePacks.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the benchmarks lack " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " could not be read", e);
        }
    }

    /** Where they lie. */
    public Path directory() {
        return directory;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(RulePacks::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
