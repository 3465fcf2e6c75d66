package io.zugabe.catalog.statement.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zugabe.catalog.fit.domain.Limit;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.common.v1.FitLimit;
import io.zugabe.kit.test.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Proves("O1")
class StatementMessagesTest {

    @ParameterizedTest
    @CsvSource({"18 W, 18, W", "0.48 Gb/s, 0.48, Gb/s", "-5 °C, -5, °C", "12, 12, ''"})
    void limitsInNumbers_areData(String text, double value, String unit) {
        FitLimit message = message(text, "45 W");
        assertEquals(text, message.getGot());
        assertEquals(value, message.getGotQuantity().getValue());
        assertEquals(unit, message.getGotQuantity().getUnit());
        assertEquals(45, message.getNeededQuantity().getValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"third party", "18–45 W", "LP-E6", "2 x 4", "", "1e5 W"})
    void limitsInWords_haveNoNumber(String text) {
        assertFalse(message(text, "original").hasGotQuantity());
        assertFalse(message(text, "original").hasNeededQuantity());
    }

    @Test
    void aLimit_keepsWhatLiftsIt() {
        assertEquals("lens_adapter", message("", "").getLiftedByType());
    }

    private static FitLimit message(String got, String needed) {
        return StatementMessages.toMessage(new Limit("power", got, needed, LocalizedText.EMPTY, "lens_adapter"));
    }
}
