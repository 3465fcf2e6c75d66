package io.zugabe.catalog.rule.adapter;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the texts of rule packs: those that come with the service, and those in a directory. */
final class PackSources {

    private static final String FOLDER = "packs";

    private PackSources() {}

    /** All packs by name. A pack in the directory replaces one of the same name that comes with the service. */
    static List<Source> find(Optional<Path> directory) {
        List<Source> found = new ArrayList<>();
        try {
            ClassPathUtils.consumeAsPaths(FOLDER, folder -> addAll(found, folder, true));
        } catch (IOException e) {
            throw new UncheckedIOException("the rule packs cannot be listed", e);
        }
        directory.ifPresent(folder -> {
            if (!Files.isDirectory(folder)) {
                throw new PackException("zugabe.catalog.packs-directory is " + folder + ", which is no directory");
            }
            addAll(found, folder, false);
        });
        if (found.isEmpty()) {
            throw new PackException("no rule pack was found in the folder " + FOLDER + " of the class path");
        }
        return found.stream().sorted(Comparator.comparing(Source::name)).toList();
    }

    private static void addAll(List<Source> found, Path folder, boolean comesWithService) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> String.valueOf(file.getFileName()).endsWith(".yaml"))
                    .map(file -> read(file, comesWithService))
                    .forEach(source -> {
                        found.removeIf(other -> other.name().equals(source.name()));
                        found.add(source);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("the rule packs in " + folder + " cannot be read", e);
        }
    }

    private static Source read(Path file, boolean comesWithService) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return new Source(String.valueOf(file.getFileName()), text, comesWithService);
        } catch (IOException e) {
            throw new UncheckedIOException("rule pack " + file + " cannot be read", e);
        }
    }

    /**
     * The text of a pack.
     *
     * @param name of its file
     */
    record Source(String name, String text, boolean comesWithService) {}
}
