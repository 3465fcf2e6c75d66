package io.zugabe.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person may choose.
 *
 * <ul>
 *   <li>{@code --target host:port}: a server that runs already; without it the benchmark starts one
 *   <li>{@code --seconds N}: length of each run, 1 to 600; 5 if not given
 *   <li>{@code --jar FILE}: the server to start; the built experiment-service if not given
 * </ul>
 */
final class Options {

    private static final Set<String> NAMES = Set.of("--target", "--seconds", "--jar");
    private static final int USUAL_SECONDS = 5;
    private static final int MOST_SECONDS = 600;
    private static final Path USUAL_JAR = Path.of("experiment-service/target/quarkus-app/quarkus-run.jar");

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    static Options parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!NAMES.contains(name) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException(
                        "\"" + name + "\": options are --target host:port, --seconds N, --jar FILE");
            }
            values.put(name, arguments.get(i + 1));
        }
        return new Options(values);
    }

    Optional<String> target() {
        return Optional.ofNullable(values.get("--target"));
    }

    Duration run() {
        String given = values.getOrDefault("--seconds", String.valueOf(USUAL_SECONDS));
        if (!given.matches("\\d{1,3}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > MOST_SECONDS) {
            throw new IllegalArgumentException("--seconds " + given + ": must be 1 to " + MOST_SECONDS);
        }
        return Duration.ofSeconds(Integer.parseInt(given));
    }

    Path jar() {
        String given = values.get("--jar");
        return given == null ? USUAL_JAR : Path.of(given);
    }
}
