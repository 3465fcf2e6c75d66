package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of records: JSON Lines ({@code .jsonl}, {@code .json}) or CSV with a header ({@code .csv}),
 * either gzipped ({@code .gz}). A CSV column {@code name.de} fills the key {@code de} below {@code name};
 * empty cells are left out. Bytes that are no UTF-8 spoil their own line only.
 */
final class InputFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_LINE = 4 * 1024 * 1024;

    private final Path path;

    InputFile(Path path) {
        if (!Files.isReadable(path)) {
            throw new RejectedRecord("file", path + " cannot be read: is the path right?");
        }
        this.path = path;
    }

    /** The decompressed text, characters that are no UTF-8 replaced. */
    BufferedReader open() throws IOException {
        InputStream bytes = Files.newInputStream(path);
        InputStream plain = name().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        return new BufferedReader(
                new InputStreamReader(
                        plain,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                1 << 16);
    }

    /** All records, lazily; close the stream. */
    Stream<InputRecord> records() throws IOException {
        BufferedReader reader = open();
        return name().contains(".csv") ? csv(reader) : jsonLines(reader);
    }

    /** All records from the beginning; the file is open until the last one was read. */
    Iterator<InputRecord> iterator() {
        try {
            return records().iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name() {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static Stream<InputRecord> jsonLines(BufferedReader reader) {
        long[] line = {0};
        return reader.lines()
                .map(text -> {
                    line[0]++;
                    return text.isBlank() ? new InputRecord(line[0], null, "") : parse(line[0], text);
                })
                .filter(record -> record.content() != null || !record.problem().isEmpty())
                .onClose(() -> close(reader));
    }

    static InputRecord parse(long line, String text) {
        if (text.length() > LONGEST_LINE) {
            return new InputRecord(line, null, "is longer than 4 MiB");
        }
        if (text.indexOf('\uFFFD') >= 0) {
            return new InputRecord(line, null, "is not valid UTF-8: save the file as UTF-8");
        }
        try {
            JsonNode node = JSON.readTree(text);
            return node.isObject() ? new InputRecord(line, node, "") : new InputRecord(line, null, "is no JSON object");
        } catch (JsonProcessingException e) {
            return new InputRecord(line, null, "is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Stream<InputRecord> csv(BufferedReader reader) throws IOException {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(new CsvRows(reader), Spliterator.ORDERED), false)
                .map(InputFile::toRecord)
                .onClose(() -> close(reader));
    }

    private static InputRecord toRecord(CsvRows.Row row) {
        CSVRecord cells = row.cells();
        return new InputRecord(row.line(), cells == null ? null : toJson(cells), row.problem());
    }

    private static ObjectNode toJson(CSVRecord row) {
        ObjectNode node = JSON.createObjectNode();
        for (Map.Entry<String, String> cell : row.toMap().entrySet()) {
            if (!cell.getValue().isEmpty()) {
                String[] keys = cell.getKey().split("\\.", -1);
                ObjectNode parent = node;
                for (int i = 0; i < keys.length - 1; i++) {
                    parent = parent.withObjectProperty(keys[i]);
                }
                parent.put(keys[keys.length - 1], cell.getValue());
            }
        }
        return node;
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
