package io.zugabe.quickstart.imports.mapping;

import io.zugabe.quickstart.imports.source.Format;
import io.zugabe.quickstart.imports.source.InputFile;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns that a mapping reads. One that a file lacks would empty a field of every product of the file,
 * so it is looked for before anything is sent.
 */
public final class MappedColumns {

    private static final String DETAIL = "product_detail";
    private static final char UNREADABLE = '\uFFFD';

    private MappedColumns() {}

    /**
     * Makes sure that a file with a header has all columns that a mapping names, and one for the id.
     *
     * @param columnsAs how columns are named: in {@link Format#GOOGLE_TSV} as Google's attributes
     * @throws RejectedRecord naming the first column that is missing, and those there are
     */
    public static void check(Mapping mapping, InputFile file, Format columnsAs) throws IOException {
        if (!file.format().hasHeader()) {
            return;
        }
        List<String> header = file.header();
        Set<String> columns = new TreeSet<>();
        for (String column : header) {
            columns.add(columnsAs == Format.GOOGLE_TSV ? GoogleAttributes.attribute(column) : column);
        }
        if (!columns.isEmpty() && !columns.contains("id") && !mapping.fills("id")) {
            throw new RejectedRecord(
                    "header",
                    "has no column \"id\"; there are " + String.join(", ", columns) + "; known are "
                            + MappingFile.fields() + ", and attributes.NAME: say with --mapping FILE what the columns"
                            + " mean (docs/imports.md)" + otherEncoding(columns));
        }
        check("fields.", mapping.fields(), columns);
        check("attributes.", mapping.attributes(), columns);
    }

    private static void check(String section, Map<String, FieldRule> rules, Set<String> columns) {
        rules.forEach((name, rule) -> {
            for (String column : rule.from()) {
                boolean detail = column.startsWith(DETAIL + ":") && columns.contains(DETAIL);
                if (!detail && !columns.contains(column)) {
                    throw RejectedRecord.value("--mapping", column, problem(section + name, columns));
                }
            }
        });
    }

    private static String problem(String place, Set<String> columns) {
        String there = String.join(", ", columns);
        return "of " + place + " is no column of the file; there are " + there + otherEncoding(columns);
    }

    private static String otherEncoding(Set<String> columns) {
        return String.join("", columns).indexOf(UNREADABLE) < 0
                ? ""
                : ": the header is not valid UTF-8, name its encoding (--encoding windows-1252, for instance)";
    }
}
