package io.zugabe.quickstart.demoshop;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Command line of the simulator: writes events.jsonl, and truth.jsonl apart from it. */
public final class SimulateMain {

    private static final String USAGE = "usage: SimulateMain --seed N --customers N --end ISO-INSTANT --out DIR";

    private SimulateMain() {}

    /** Exits with 2 if the arguments are not understood. */
    public static void main(String[] args) throws IOException {
        try {
            Map<String, String> options = options(List.of(args));
            var simulator = new ShopperSimulator(
                    Long.parseLong(options.getOrDefault("--seed", "1")),
                    Integer.parseInt(options.getOrDefault("--customers", "5000")),
                    Instant.parse(required(options, "--end")));
            long events = write(simulator, Files.createDirectories(Path.of(required(options, "--out"))));
            System.out.println(events + " events of " + simulator.customers() + " customers");
        } catch (IllegalArgumentException | DateTimeException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + USAGE);
            System.exit(2);
        }
    }

    /** Writes both files into an existing folder and returns the number of events. */
    static long write(ShopperSimulator simulator, Path folder) throws IOException {
        long events = 0;
        try (var file = new BufferedOutputStream(Files.newOutputStream(folder.resolve("events.jsonl")));
                var lines = new EventLines(file)) {
            for (ShopEvent event : simulator) {
                lines.write(event);
                events++;
            }
        }
        try (var file = new BufferedOutputStream(Files.newOutputStream(folder.resolve("truth.jsonl")));
                var lines = new TruthLines(file)) {
            for (Iterator<Shopper> shoppers = simulator.shoppers().iterator(); shoppers.hasNext(); ) {
                lines.write(shoppers.next());
            }
        }
        return events;
    }

    private static Map<String, String> options(List<String> args) {
        if (args.size() % 2 != 0) {
            throw new IllegalArgumentException("each option needs a value");
        }
        var options = new HashMap<String, String>();
        for (int i = 0; i < args.size(); i += 2) {
            if (!List.of("--seed", "--customers", "--end", "--out").contains(args.get(i))) {
                throw new IllegalArgumentException("unknown option " + args.get(i));
            }
            options.put(args.get(i), args.get(i + 1));
        }
        return options;
    }

    private static String required(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
