package io.zugabe.quickstart.imports.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a file is written. */
public enum Format {
    /** One JSON object a line. */
    JSONL,
    /** Separated values with a header, by RFC 4180. */
    CSV,
    /** Google Merchant Center: tab-separated, with Google's attributes in the header. */
    GOOGLE_TSV,
    /** Google Merchant Center: RSS 2.0 or Atom with Google's attributes in each item. */
    GOOGLE_XML,
    /** JSON-LD with schema.org's vocabulary. */
    SCHEMA_ORG;

    /** As typed: {@code google-xml}. */
    public static Format of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> RejectedRecord.value("--format", name, "must be one of " + labels()));
    }

    /** As typed. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a record is an item of a document rather than a line. */
    public boolean hasItems() {
        return this == GOOGLE_XML || this == SCHEMA_ORG;
    }

    /** Whether the first row names columns that all others have. */
    public boolean hasHeader() {
        return this == CSV || this == GOOGLE_TSV;
    }

    /** Whether Google's names of attributes hold. */
    public boolean isGoogle() {
        return this == GOOGLE_XML || this == GOOGLE_TSV;
    }

    /**
     * What a file is, by how it begins, else by its name.
     *
     * @param head the first characters
     */
    static Format guess(String fileName, String head) {
        String text = head.strip();
        if (text.startsWith("<")) {
            return GOOGLE_XML;
        }
        if (text.startsWith("[") || text.contains("\"@context\"") || text.contains("\"@graph\"")) {
            return SCHEMA_ORG;
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        if (text.startsWith("{") || name.contains(".json")) {
            return JSONL;
        }
        String header = text.lines().findFirst().orElse("");
        return name.contains(".tsv") || header.indexOf('\t') >= 0 ? GOOGLE_TSV : CSV;
    }

    /** Whether a file is YAML, by its name, or by a first line that is a key rather than a header. */
    static boolean isYaml(String fileName, String head) {
        if (fileName.toLowerCase(Locale.ROOT).matches(".*\\.ya?ml(\\.gz)?")) {
            return true;
        }
        String first = head.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
        return first.matches("---|[A-Za-z_][\\w-]*:( [^,;\\t]*)?");
    }

    /** All names, as typed. */
    public static String labels() {
        return Arrays.stream(values()).map(Format::label).collect(Collectors.joining(", "));
    }
}
