package io.zugabe.catalog.live.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of products in the order of ids, whatever came and went. */
@Proves("O1")
class OrdinalsByIdTest {

    private static final int CHANGES = 6_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void cursor_hasAllThatComeAfterAnId(long seed) {
        Random random = new Random(seed);
        OrdinalsById ordinals = new OrdinalsById();
        TreeMap<String, Integer> expected = new TreeMap<>();
        Map<Integer, String> ids = new HashMap<>();
        for (int change = 0; change < CHANGES; change++) {
            String id = "p-" + random.nextInt(CHANGES / 2);
            Integer known = expected.get(id);
            if (known == null) {
                expected.put(id, change);
                ids.put(change, id);
                ordinals.add(change, id, ids::get);
            } else if (change % 3 > 0 || change > CHANGES / 2) {
                ordinals.remove(id, ids::get);
                expected.remove(id);
                ids.remove(known);
            }
            if (change % 500 == 0) {
                for (String after : List.of("", id, "p-2", "zzz")) {
                    assertEquals(
                            List.copyOf(expected.tailMap(after, false).values()),
                            after(ordinals, after, ids),
                            "seed " + seed + ", change " + change + ", after " + after);
                }
            }
        }
    }

    private static List<Integer> after(OrdinalsById ordinals, String after, Map<Integer, String> ids) {
        List<Integer> found = new ArrayList<>();
        OrdinalsById.Cursor cursor = ordinals.cursorAt(after);
        for (int ordinal = cursor.next(); ordinal != OrdinalsById.END; ordinal = cursor.next()) {
            if (ids.getOrDefault(ordinal, "").compareTo(after) > 0) {
                found.add(ordinal);
            }
        }
        return found;
    }
}
