package io.zugabe.quickstart.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of an import. */
class ScreenTest {

    private static final Pattern LINE = Pattern.compile("line (\\d+):");

    @TempDir
    Path folder;

    @Test
    void rejectedLines_areShownInTheirOrder() {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        try (ImportReport report = new ImportReport(folder.resolve("r.tsv"))) {
            for (long line = 12; line > 0; line--) {
                report.rejected(line, "", "is none");
            }
            report.print(new PrintStream(screen, true, StandardCharsets.UTF_8), "products", 1);
        }
        assertEquals(
                List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"),
                LINE.matcher(screen.toString(StandardCharsets.UTF_8))
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    @Test
    void waiting_isToldWithWhomAndSinceWhen() {
        Retry retry = new Retry(Duration.ofMinutes(5), Duration.ofMillis(1), () -> {}, "127.0.0.1:9001");
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(screen, true, StandardCharsets.UTF_8));
        try {
            for (int attempt = 0; attempt < 3; attempt++) {
                retry.again(attempt, System.nanoTime(), Status.UNAVAILABLE.asRuntimeException());
            }
        } finally {
            System.setErr(before);
        }
        List<String> told = screen.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        assertEquals(1, told.size(), told.toString());
        assertTrue(
                told.getFirst()
                        .matches("waiting for 127\\.0\\.0\\.1:9001 since \\d\\d:\\d\\d:\\d\\d \\(UNAVAILABLE\\); .*"),
                told.getFirst());
    }
}
