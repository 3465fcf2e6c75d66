package io.zugabe.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the declarations of a .proto source and whether a comment stands right above each. Reads one
 * declaration a line, as the sources are written; the count is compared with the descriptors, so a
 * declaration that it cannot read makes the test fail.
 */
final class ProtoSource {

    private static final Pattern DECLARATION = Pattern.compile("(message|enum|service|oneof) \\w+ \\{.*"
            + "|rpc \\w+\\(.*"
            + "|((optional|repeated) )?[\\w.]+ \\w+ = \\d+\\b.*"
            + "|map<\\w+, [\\w.]+> \\w+ = \\d+\\b.*"
            + "|\\w+ = -?\\d+\\b.*");

    /**
     * A declaration.
     *
     * @param line from 1
     */
    record Declaration(int line, String text, boolean commented) {}

    private ProtoSource() {}

    static List<Declaration> declarations(Path source) throws IOException {
        return declarations(Files.readAllLines(source));
    }

    static List<Declaration> declarations(List<String> lines) {
        List<Declaration> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (DECLARATION.matcher(line).matches()) {
                boolean commented = i > 0 && lines.get(i - 1).strip().startsWith("//");
                found.add(new Declaration(i + 1, line, commented));
            }
        }
        return found;
    }
}
