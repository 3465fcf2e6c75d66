package io.zugabe.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code ZUGABE_} variables that a service reads, found in its configuration and in the service kit's. */
public final class Environment {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(ZUGABE_[A-Z0-9_]+)");
    /** A property of our own can be set by the variable of its name. */
    private static final Pattern PROPERTY = Pattern.compile("(?m)^(zugabe\\.[a-z0-9.-]+)\\s*=");

    private Environment() {}

    /**
     * Empty if the service or its configuration is not there.
     *
     * @param room such as {@code catalog}
     */
    public static Optional<Set<String>> readBy(String room) {
        Path own = PROJECT.resolve(room + "-service/src/main/resources/application.properties");
        Path kit = PROJECT.resolve("service-kit/src/main/resources");
        if (!Files.exists(own) || !Files.exists(kit) || text(own).isBlank()) {
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
        Set<String> names = new TreeSet<>();
        String text = text(file);
        VARIABLE.matcher(text).results().forEach(match -> names.add(match.group(1)));
        PROPERTY.matcher(text)
                .results()
                .forEach(match -> names.add(match.group(1)
                        .toUpperCase(Locale.ROOT)
                        .replace('.', '_')
                        .replace('-', '_')));
        return names;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
