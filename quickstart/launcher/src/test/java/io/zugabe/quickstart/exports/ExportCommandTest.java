package io.zugabe.quickstart.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An export that fails says why and leaves nothing behind. */
class ExportCommandTest {

    @TempDir
    Path folder;

    @Test
    void failedExport_leavesNoFile() throws IOException {
        String problem = refusal("things", folder.resolve("things.jsonl").toString());
        assertTrue(problem.contains("must be products, relations or statements"), problem);
        assertEquals(List.of(), left());
    }

    @Test
    void nameThatTellsNoFormat_isRefusedWithTheFormats() throws IOException {
        String problem = refusal("products", folder.resolve("products.xlsx").toString());
        assertTrue(
                problem.contains("\"products.xlsx\" tells no format by its name: add --format, one of jsonl, csv"),
                problem);
        assertEquals(List.of(), left());
    }

    @Test
    void folderThatIsNone_isRefusedInASentence() {
        Path file = folder.resolve("nowhere").resolve("products.csv");
        assertEquals("file: " + file + " cannot be written: is the path right?", refusal("products", file.toString()));
    }

    private static String refusal(String... arguments) {
        ExportCommand command = new ExportCommand();
        new CommandLine(command).parseArgs(arguments);
        return String.valueOf(assertThrows(RejectedRecord.class, command::call).getMessage());
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
