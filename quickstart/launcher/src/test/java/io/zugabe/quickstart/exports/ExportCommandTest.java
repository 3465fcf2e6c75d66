package io.zugabe.quickstart.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.quickstart.imports.FreePort;
import io.zugabe.quickstart.imports.NotUp;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"products.xlsx", "out.txt"})
    void nameThatTellsNoFormat_isRefusedWithTheFormats(String name) throws IOException {
        String problem = refusal("products", folder.resolve(name).toString());
        assertTrue(problem.contains("\"" + name + "\" tells no format by its name: end it in .jsonl, "), problem);
        assertTrue(problem.contains("add --format, one of jsonl, csv"), problem);
        assertEquals(List.of(), left());
    }

    @Test
    void exportWithoutZugabe_saysWhereItLookedAndLeavesNoFile() throws IOException {
        ExportCommand command = new ExportCommand();
        new CommandLine(command)
                .parseArgs(
                        "products", folder.resolve("p.csv").toString(), "--port-base", String.valueOf(FreePort.base()));
        String problem = String.valueOf(assertThrows(NotUp.class, command::call).getMessage());
        assertTrue(problem.startsWith("Nothing answers on 127.0.0.1:"), problem);
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
