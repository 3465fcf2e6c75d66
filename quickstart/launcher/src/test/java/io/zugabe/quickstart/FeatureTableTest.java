package io.zugabe.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's feature table claims nothing that no test proves, and the build says what is unproved. */
class FeatureTableTest {

    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern PROVES = Pattern.compile("@Proves\\(([^)]*)\\)");
    private static final Pattern ID = Pattern.compile("\"([CTOE]\\d+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([CTOE]\\d+) \\| [^|]* \\| (works|partly|not yet)");

    @Test
    void everyLineThatWorks_isProvedByATest() throws IOException {
        Set<String> proved = proved();
        assertFalse(proved.isEmpty(), "no @Proves was found below " + HOME);
        Set<String> claimed = new TreeSet<>();
        Set<String> unproved = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(HOME.resolve("README.md")));
        int rows = 0;
        while (row.find()) {
            rows++;
            if (!row.group(2).equals("not yet") && !proved.contains(row.group(1))) {
                (row.group(2).equals("works") ? claimed : unproved).add(row.group(1));
            }
        }
        System.out.println("Lines of the mission that a test proves: " + proved);
        System.out.println("Lines that work in part, without a test that names them: " + unproved);
        assertFalse(rows < 20, "only " + rows + " rows of the feature table were recognised");
        assertEquals(Set.of(), claimed, "the README says that these work, but no test names them");
    }

    private static Set<String> proved() throws IOException {
        Set<String> ids = new TreeSet<>();
        try (Stream<Path> files = Files.walk(HOME, 14)) {
            files.filter(file -> file.toString().endsWith("Test.java")
                            && file.toString().contains("/src/test/"))
                    .forEach(file -> PROVES.matcher(read(file))
                            .results()
                            .forEach(proves ->
                                    ID.matcher(proves.group(1)).results().forEach(id -> ids.add(id.group(1)))));
        }
        return ids;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
