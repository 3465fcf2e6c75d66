package io.zugabe.quickstart.imports.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of records in one of the formats, plain or gzipped. It is read as a stream: what it takes of
 * memory does not depend on its size. What cannot be read spoils its own record only.
 */
public final class InputFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HEAD = 4_096;

    private final Path path;
    private final Format format;
    private final @Nullable Charset encoding;
    private final char separator;
    private final AtomicLong bytesRead = new AtomicLong();

    /** A file whose format and encoding show themselves. */
    public InputFile(Path path) {
        this(path, null, "", "");
    }

    /**
     * A file.
     *
     * @param format null to find it out
     * @param encoding name of the encoding; empty to find it out
     * @param separator of the cells of {@link Format#CSV}; empty for a comma, or what the header shows
     */
    public InputFile(Path path, @Nullable Format format, String encoding, String separator) {
        requireReadable(path);
        this.path = path;
        this.encoding = encoding.isEmpty() ? null : TextInput.named(encoding);
        String head = head();
        if (format == null && Format.isYaml(path.getFileName().toString(), head)) {
            throw new RejectedRecord(
                    "file",
                    path + " is YAML, which holds no records: a rule pack is brought in with ./zugabe import rules,"
                            + " a mapping is given with --mapping; records are " + Format.labels());
        }
        this.format = format == null ? Format.guess(path.getFileName().toString(), head) : format;
        this.separator = separator(separator, head);
    }

    /**
     * Makes sure that there is a file.
     *
     * @throws RejectedRecord if there is none, or a folder
     */
    public static void requireReadable(Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new RejectedRecord("file", path + " cannot be read: is the path right?");
        }
    }

    public Format format() {
        return format;
    }

    /** Size in bytes, as stored. */
    public long size() throws IOException {
        return Files.size(path);
    }

    /** How many of its bytes, as stored, the latest pass has read. */
    public long bytesRead() {
        return bytesRead.get();
    }

    /** The decompressed text. */
    public Reader open() throws IOException {
        bytesRead.set(0);
        InputStream bytes = new CountedInput(Files.newInputStream(path), bytesRead);
        return new BufferedReader(TextInput.open(plain(new BufferedInputStream(bytes, 1 << 16)), encoding), 1 << 16);
    }

    /** Whether a text of ASCII characters occurs anywhere in the file. */
    public boolean mentions(String text) throws IOException {
        try (Reader reader = open()) {
            TextLines lines = new TextLines(reader);
            TextLines.Line line = lines.next();
            while (line != null && !line.text().contains(text)) {
                line = lines.next();
            }
            return line != null;
        } catch (UncheckedIOException e) {
            // the file cannot be read to its end; whoever reads its records is told
            return false;
        }
    }

    /**
     * All records, lazily; close the stream. A row of separated values has a field per column, a list where
     * a column comes twice; empty cells are left out.
     */
    public Stream<InputRecord> records() throws IOException {
        Reader reader = open();
        Iterator<InputRecord> records = switch (format) {
            case JSONL -> jsonLines(reader);
            case CSV -> new RowRecords(new SeparatedRows(reader, separator));
            case GOOGLE_TSV -> new RowRecords(new SeparatedRows(reader, '\t'));
            case GOOGLE_XML -> new XmlItems(reader);
            case SCHEMA_ORG -> new JsonNodes(reader);
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(records, Spliterator.ORDERED), false)
                .onClose(() -> close(reader));
    }

    /** The names of the columns, as written; none if the format has no header. */
    public List<String> header() throws IOException {
        return switch (format) {
            case JSONL, GOOGLE_XML, SCHEMA_ORG -> List.of();
            case CSV, GOOGLE_TSV -> {
                try (Reader reader = open()) {
                    yield new SeparatedRows(reader, format == Format.CSV ? separator : '\t').header();
                }
            }
        };
    }

    /** All records from the beginning; the file is open until the last one was read. */
    public Iterator<InputRecord> iterator() {
        try {
            return records().iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line of JSON Lines. */
    public static InputRecord parse(long line, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node.isObject() ? new InputRecord(line, node, "") : new InputRecord(line, null, "is no JSON object");
        } catch (JsonProcessingException e) {
            return new InputRecord(line, null, "is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Iterator<InputRecord> jsonLines(Reader reader) {
        TextLines lines = new TextLines(reader);
        return Stream.generate(lines::next)
                .takeWhile(java.util.Objects::nonNull)
                .filter(line -> !line.text().isBlank())
                .map(line -> line.problem().isEmpty()
                        ? parse(line.number(), line.text())
                        : new InputRecord(line.number(), null, line.problem()))
                .iterator();
    }

    /** The rows of separated values as records. */
    private record RowRecords(SeparatedRows rows) implements Iterator<InputRecord> {

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public InputRecord next() {
            SeparatedRows.Row row = rows.next();
            if (row.cells() == null) {
                return new InputRecord(row.line(), null, row.problem());
            }
            ObjectNode record = JSON.createObjectNode();
            row.cells().forEach((column, cells) -> {
                List<String> filled =
                        cells.stream().filter(cell -> !cell.isEmpty()).toList();
                if (filled.size() == 1) {
                    record.put(column, filled.getFirst());
                } else if (!filled.isEmpty()) {
                    filled.forEach(record.putArray(column)::add);
                }
            });
            return new InputRecord(row.line(), record, "");
        }
    }

    private InputStream plain(InputStream bytes) throws IOException {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz")
                ? new GZIPInputStream(bytes, 1 << 16)
                : bytes;
    }

    private String head() {
        try (Reader reader = open()) {
            char[] head = new char[HEAD];
            int length = 0;
            int read = reader.read(head, 0, HEAD);
            while (read > 0) {
                length += read;
                read = reader.read(head, length, HEAD - length);
            }
            return new String(head, 0, length);
        } catch (IOException e) {
            throw new RejectedRecord("file", path + " cannot be read: " + e.getMessage());
        }
    }

    private static char separator(String stated, String head) {
        if (!stated.isEmpty()) {
            return stated.charAt(0);
        }
        String header = head.lines().findFirst().orElse("");
        long commas = count(header, ',');
        if (count(header, '\t') > commas) {
            return '\t';
        }
        return count(header, ';') > commas ? ';' : ',';
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    private static void close(Reader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
