package io.zugabe.quickstart.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertEquals("file: " + folder + " is a folder without files", refusal(kind, folder.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relations", "statements", "events", "rules"})
    void mappingForWhatHasNone_isRefused(String kind) {
        String problem = refusal(kind, "file", "--mapping", "mapping.yaml");
        assertEquals("--mapping: is for products and offers; " + kind + " are read by their names", problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"products", "relations", "statements", "events", "rules"})
    void importWithoutZugabe_endsAtOnceAndSaysWhereItLooked(String kind) throws IOException {
        Path file = write("a.jsonl", "{}\n");
        int base = FreePort.base();
        ImportCommand command = command(kind, file.toString(), "--port-base", String.valueOf(base));
        assertEquals(
                "Nothing answers on 127.0.0.1:" + (base + 1) + ", so Zugabe is not up on port base " + base
                        + ": start it with ./zugabe up, or give --port-base.",
                assertThrows(NotUp.class, command::call).getMessage());
    }

    @Test
    void filesAndFolders_areImportedOneByOne() throws Exception {
        Path more = Files.createDirectory(folder.resolve("more"));
        Path first = write("a.jsonl", product("a"));
        write("more/c.csv", "id,type,name,price\nc,t,C,1.00 EUR\n");
        write("more/b.jsonl", product("b"));
        write("more/.hidden", "no products");
        try (FakeCatalog catalog = new FakeCatalog()) {
            String authority = catalog.channel().authority();
            int port = Integer.parseInt(authority.substring(authority.indexOf(':') + 1));
            assertEquals(
                    0,
                    command("products", first.toString(), more.toString(), "--port-base", String.valueOf(port - 1))
                            .call());
            assertEquals(List.of("a", "b", "c"), List.copyOf(catalog.products().keySet()));
        }
        assertEquals(
                "--rejected: is for one file; there are 3",
                refusal("products", first.toString(), more.toString(), "--rejected", "r.tsv"));
    }

    @ParameterizedTest
    @CsvSource({"pack.yaml,id", "pack,'# a pack\n\npack: hoses'"})
    void yaml_isRefusedWithWhatItMayBe(String name, String text) throws IOException {
        String problem = refusal("products", write(name, text).toString());
        assertTrue(problem.contains("is YAML"), problem);
        assertTrue(problem.contains("./zugabe import rules"), problem);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String product(String id) {
        return "{\"id\":\"%s\",\"type\":\"t\",\"name\":{\"en\":\"N\"},\"price\":\"1.00 EUR\"}\n".formatted(id);
    }

    private static ImportCommand command(String... arguments) {
        ImportCommand command = new ImportCommand();
        new CommandLine(command).parseArgs(arguments);
        return command;
    }

    private static String refusal(String... arguments) {
        return String.valueOf(
                assertThrows(RejectedRecord.class, command(arguments)::call).getMessage());
    }
}
