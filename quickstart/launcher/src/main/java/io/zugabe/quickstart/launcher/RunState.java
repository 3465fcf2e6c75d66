package io.zugabe.quickstart.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What is running on a base port, kept in a file so that {@code down} and {@code status} find it, and so
 * that the next {@code up} can clear away what a killed launcher left behind.
 *
 * @param launcher the process of {@code ./zugabe up}
 * @param children every process that it started
 * @param dataDirectory where data, logs and everything else lives
 */
record RunState(RunningProcess launcher, List<RunningProcess> children, Path dataDirectory) {

    static Path file(int portBase) {
        String user = System.getProperty("user.name", "user");
        return Path.of(System.getProperty("java.io.tmpdir"), "zugabe-" + user, "up-" + portBase + ".properties");
    }

    static Optional<RunState> read(int portBase) {
        Path file = file(portBase);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<RunningProcess> children = Arrays.stream(
                        properties.getProperty("children", "").split(",", -1))
                .filter(pid -> !pid.isBlank())
                .map(RunningProcess::parse)
                .toList();
        return Optional.of(new RunState(
                RunningProcess.parse(properties.getProperty("launcher", "")),
                children,
                Path.of(properties.getProperty("data", ""))));
    }

    void write(int portBase) {
        Path file = file(portBase);
        Properties properties = new Properties();
        properties.setProperty("launcher", launcher.toString());
        properties.setProperty(
                "children", children.stream().map(RunningProcess::toString).collect(Collectors.joining(",")));
        properties.setProperty("data", dataDirectory.toString());
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                properties.store(writer, "written by ./zugabe up");
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(int portBase) {
        try {
            Files.deleteIfExists(file(portBase));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean launcherAlive() {
        return launcher.handle().isPresent();
    }

    /** The processes that still run, the launcher's not among them. */
    List<ProcessHandle> livingChildren() {
        return children.stream().flatMap(child -> child.handle().stream()).toList();
    }
}
