package io.zugabe.segmentation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.log.adapter.OwnLog;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is declared of tables is what the database has: a table that nobody declared fails here. */
@Proves("C10")
class StoredTableTest {

    private static final OwnLog OWN = new OwnLog();

    @BeforeAll
    static void migrate() {
        OWN.migrate("latest");
    }

    @AfterAll
    static void close() {
        OWN.close();
    }

    @Test
    void everyTable_isDeclared() {
        assertEquals(sorted(Arrays.stream(StoredTable.values()).map(StoredTable::table)), sorted(texts("""
                select relname::text from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
                    and relname <> 'flyway_schema_history'""").stream()));
    }

    @Test
    void everyColumnThatNamesSomebody_isDeclared() {
        Stream<String> declared = Arrays.stream(StoredTable.values())
                .flatMap(each -> each.subjectColumns().stream().map(column -> each.table() + "." + column));
        assertEquals(sorted(declared), sorted(texts("""
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'public' and data_type = 'text'
                    and column_name ~ '(^|_)(subject|customer|visitor|canonical|person|unit_id)(_id|_key)?$'
                    and table_name !~ '^event_log_'""").stream()));
    }

    @Test
    void replayedTables_haveShadowsOfTheSameForm() {
        assertFalse(StoredTable.of(Origin.REPLAYED).isEmpty());
        assertEquals(
                sorted(StoredTable.of(Origin.REPLAYED).stream().map(StoredTable::shadow)),
                sorted(StoredTable.of(Origin.SHADOW).stream().map(StoredTable::table)));
        StoredTable.of(Origin.REPLAYED)
                .forEach(each -> assertEquals(columns(each.table()), columns(each.shadow()), each.table()));
    }

    @Test
    void derivedTables_namePeople_andAreErasedAndRebuiltByThem() {
        Stream.of(Origin.REPLAYED, Origin.SHADOW, Origin.CONCLUDED)
                .flatMap(origin -> StoredTable.of(origin).stream())
                .forEach(each -> assertFalse(each.subjectColumns().isEmpty(), each.table()));
    }

    private static List<String> columns(String table) {
        return texts("""
                select column_name || ' ' || data_type || ' ' || is_nullable from information_schema.columns
                where table_schema = 'public' and table_name = '%s' order by ordinal_position""".formatted(table));
    }

    private static TreeSet<String> sorted(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> texts(String query) {
        return OWN.pool().query(query).executeAndAwait().stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
