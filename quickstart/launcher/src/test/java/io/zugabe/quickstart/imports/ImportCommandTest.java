package io.zugabe.quickstart.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is refused before anything is imported. */
class ImportCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"products", "rules"})
    void fileThatIsNone_isRefusedInASentence(String kind) {
        Path missing = folder.resolve("nofile.yaml");
        assertEquals("file: " + missing + " cannot be read: is the path right?", refusal(kind, missing.toString()));
        assertEquals("file: " + folder + " cannot be read: is the path right?", refusal(kind, folder.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relations", "statements", "events", "rules"})
    void mappingForWhatHasNone_isRefused(String kind) {
        String problem = refusal(kind, "file", "--mapping", "mapping.yaml");
        assertEquals("--mapping: is for products and offers; " + kind + " are read by their names", problem);
    }

    private static String refusal(String... arguments) {
        ImportCommand command = new ImportCommand();
        new CommandLine(command).parseArgs(arguments);
        return String.valueOf(assertThrows(RejectedRecord.class, command::call).getMessage());
    }
}
