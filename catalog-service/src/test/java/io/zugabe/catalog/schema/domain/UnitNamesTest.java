package io.zugabe.catalog.schema.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Proves("O2")
class UnitNamesTest {

    @ParameterizedTest
    @CsvSource({"milimeter, mm", "Millimeter, mm", "MM, mm", "kilogramm, kg", "Litre, l", "bars, bar"})
    void closest_isWhatWasMeant(String written, String symbol) {
        assertEquals(symbol, UnitNames.closest(written, 5).getFirst());
        assertTrue(UnitNames.closest(written, 5).stream().allMatch(Units::isKnown));
    }
}
