package io.zugabe.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code ZUGABE_} variables that a service reads, found in its configuration and in the service kit's. */
public final class Environment {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(ZUGABE_[A-Z0-9_]+)");

    private Environment() {}

    /**
     * Empty if the service is not there (in an image's build, for instance, only what it needs is).
     *
     * @param room such as {@code catalog}
     */
    public static Optional<Set<String>> readBy(String room) {
        Path own = PROJECT.resolve(room + "-service/src/main/resources/application.properties");
        Path kit = PROJECT.resolve("service-kit/src/main/resources");
        if (!Files.exists(own) || !Files.exists(kit)) {
            return Optional.empty();
        }
        Set<String> names = new TreeSet<>();
        Stream.concat(Stream.of(own), propertiesBelow(kit).stream()).forEach(file -> names.addAll(variablesOf(file)));
        return Optional.of(names);
    }

    private static List<Path> propertiesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".properties")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> variablesOf(Path file) {
        try {
            Set<String> names = new TreeSet<>();
            VARIABLE.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .forEach(names::add);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
