package io.zugabe.bench.decide;

import io.zugabe.bench.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service that is measured, seen from outside: its metrics, its processor time, its heap. */
final class Subject {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final Pattern USED =
            Pattern.compile("(?:DefNew|Tenured|def new generation|tenured generation) +total.*?used (\\d+)K");

    private final ServiceProcess process;
    private final HttpClient http = HttpClient.newHttpClient();

    Subject(ServiceProcess process) {
        this.process = process;
    }

    /** A metric without labels; NaN if there is none (yet). */
    double metric(String name) throws InterruptedException {
        try {
            String all = http.send(
                            HttpRequest.newBuilder(URI.create("http://" + process.httpTarget() + "/q/metrics"))
                                    .timeout(LONGEST_ANSWER)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return all.lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{}"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor time that it has used, in nanoseconds. */
    long cpuNanos() {
        return process.process()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("this system does not tell processor times"))
                .toNanos();
    }

    /** Bytes of its heap that are alive. */
    long liveBytes() throws InterruptedException {
        jcmd("GC.run");
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        long kilobytes = 0;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
        }
        return kilobytes << 10;
    }

    private String jcmd(String command) throws InterruptedException {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(process.process().pid()),
                            command)
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            jcmd.waitFor();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
