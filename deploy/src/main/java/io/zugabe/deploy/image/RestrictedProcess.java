package io.zugabe.deploy.image;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** An image's entrypoint, running in the image's file system as the image's user; ends when it is closed. */
final class RestrictedProcess implements AutoCloseable {

    private final Process process;
    private final Path log;

    private RestrictedProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts the entrypoint.
     *
     * @param launcher run-read-only.sh
     * @param root the image's file system
     * @param environment beside the image's own, and before it
     */
    static RestrictedProcess start(Path launcher, Path root, ImageConfiguration image, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString(), root.toString(), image.user()));
        command.addAll(image.entrypoint());
        Path log = Files.createTempFile("zugabe-image-", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        for (String variable : image.environment()) {
            int equals = variable.indexOf('=');
            builder.environment().put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        // The launcher's own tools are looked up by the same PATH as the image's java.
        builder.environment().merge("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", (own, ours) -> own + ":" + ours);
        builder.environment().putAll(environment);
        return new RestrictedProcess(builder.start(), log);
    }

    /** One field of the kernel's status of the process, such as {@code Uid} or {@code CapEff}; blank if there is none. */
    String status(String field) throws IOException {
        return Files.readAllLines(proc("status")).stream()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(field.length() + 1).strip().replace('\t', ' '))
                .findFirst()
                .orElse("");
    }

    /** Why nothing can be written at a path of the process's own file system; blank if it can. */
    String writeRefusal(String directory) throws IOException {
        Path file = proc("root" + directory).resolve("written-by-the-image-check");
        try {
            Files.delete(Files.createFile(file));
            return "";
        } catch (FileSystemException e) {
            return String.valueOf(e.getReason());
        }
    }

    /** Asks the process to end, as Kubernetes does, and waits; empty if it is still there after that. */
    OptionalInt terminate(Duration patience) throws InterruptedException {
        process.destroy();
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                ? OptionalInt.of(process.exitValue())
                : OptionalInt.empty();
    }

    /** Calls back when the process has ended, for whatever reason. */
    void whenEnded(Runnable callback) {
        process.onExit().thenRun(callback);
    }

    /** The last lines that the process has printed. */
    List<String> lastLines(int count) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.deleteIfExists(log);
    }

    private Path proc(String entry) {
        return Path.of("/proc", Long.toString(process.pid()), entry);
    }
}
