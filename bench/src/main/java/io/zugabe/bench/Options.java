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
 *   <li>{@code --jar FILE}: the server to start; the built one if not given
 *   <li>{@code --data DIR}: where data lies that is not part of the project
 *   <li>{@code --products N}: size of a synthetic catalog, 1,000 to 10,000,000; 1,000,000 if not given
 *   <li>{@code --shoppers N}: simulated shoppers, 100 to 1,000,000; 50,000 if not given
 *   <li>{@code --profiles N}: number of profiles, 1,000 to 10,000,000; 1,000,000 if not given
 * </ul>
 */
public final class Options {

    private static final Set<String> NAMES =
            Set.of("--target", "--seconds", "--jar", "--data", "--products", "--profiles", "--shoppers");
    private static final int USUAL_SECONDS = 5;
    private static final int MOST_SECONDS = 600;
    private static final int USUAL_PRODUCTS = 1_000_000;
    private static final int FEWEST_PRODUCTS = 1_000;
    private static final int MOST_PRODUCTS = 10_000_000;
    private static final int USUAL_SHOPPERS = 50_000;
    private static final int FEWEST_SHOPPERS = 100;
    private static final int MOST_SHOPPERS = 1_000_000;

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /** Reads a command line. */
    public static Options parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!NAMES.contains(name) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("\"" + name + "\": options are --target host:port, --seconds N,"
                        + " --jar FILE, --data DIR, --products N, --profiles N, --shoppers N");
            }
            values.put(name, arguments.get(i + 1));
        }
        return new Options(values);
    }

    /** A server that runs already. */
    public Optional<String> target() {
        return Optional.ofNullable(values.get("--target"));
    }

    /** Length of each run. */
    public Duration run() {
        return Duration.ofSeconds(number("--seconds", USUAL_SECONDS, 1, MOST_SECONDS));
    }

    /** The server to start. */
    public Path jar(Path usual) {
        String given = values.get("--jar");
        return given == null ? usual : Path.of(given);
    }

    /** Where data lies that is not part of the project. */
    public Optional<Path> data() {
        return Optional.ofNullable(values.get("--data")).map(Path::of);
    }

    /** Size of a synthetic catalog. */
    public int products() {
        return number("--products", USUAL_PRODUCTS, FEWEST_PRODUCTS, MOST_PRODUCTS);
    }

    /** Number of simulated shoppers. */
    public int shoppers() {
        return number("--shoppers", USUAL_SHOPPERS, FEWEST_SHOPPERS, MOST_SHOPPERS);
    }

    /** Number of profiles. */
    public int profiles() {
        return number("--profiles", USUAL_PRODUCTS, FEWEST_PRODUCTS, MOST_PRODUCTS);
    }

    private int number(String name, int usual, int least, int most) {
        String given = values.getOrDefault(name, String.valueOf(usual));
        if (!given.matches("\\d{1,9}") || Integer.parseInt(given) < least || Integer.parseInt(given) > most) {
            throw new IllegalArgumentException(name + " " + given + ": must be " + least + " to " + most);
        }
        return Integer.parseInt(given);
    }
}
