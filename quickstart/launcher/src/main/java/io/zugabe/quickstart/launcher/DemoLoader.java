package io.zugabe.quickstart.launcher;

import io.zugabe.quickstart.demoshop.EventLines;
import io.zugabe.quickstart.demoshop.ShopEvent;
import io.zugabe.quickstart.demoshop.ShopperSimulator;
import io.zugabe.quickstart.imports.Connection;
import io.zugabe.quickstart.imports.DemoImport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Loads the demo shop into a data folder once: products first, then a year of simulated shoppers. */
final class DemoLoader {

    /** Everybody's demo shop has the same customers. */
    private static final long SEED = 20_261_122;

    private static final int CUSTOMERS = 5_000;

    private final Ports ports;
    private final Path directory;

    DemoLoader(Ports ports, Path directory) {
        this.ports = ports;
        this.directory = directory;
    }

    void loadOnce(Steps steps) throws IOException, InterruptedException {
        Path done = directory.resolve("demo-loaded");
        if (Files.exists(done)) {
            return;
        }
        try (Connection connection = new Connection(ports.base())) {
            DemoImport demo = new DemoImport(connection, directory);
            steps.describe("demo catalog", demo::catalog);
            Path events = directory.resolve("demo-events.jsonl");
            if (!Files.exists(events)) {
                steps.describe("simulated shoppers", () -> simulate(events));
            }
            steps.describe("demo events", () -> demo.events(events, ports.base()));
        }
        steps.describe("demo incentives", () -> DemoIncentives.load(ports.grpc(Room.RECOMMENDATION)));
        Files.createFile(done);
    }

    /** A file that is there is complete: an interrupted run leaves only the other one. */
    private static String simulate(Path events) throws IOException {
        Path unfinished = events.resolveSibling("demo-events.unfinished");
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        try (EventLines lines = new EventLines(new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16))) {
            for (ShopEvent event : new ShopperSimulator(SEED, CUSTOMERS, end)) {
                lines.write(event);
            }
        }
        Files.move(unfinished, events, StandardCopyOption.REPLACE_EXISTING);
        return String.format("%,d customers, 12 months", CUSTOMERS);
    }
}
