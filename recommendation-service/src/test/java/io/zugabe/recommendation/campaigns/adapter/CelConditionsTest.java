package io.zugabe.recommendation.campaigns.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.replica.domain.Circumstances;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@Proves("T5")
class CelConditionsTest {

    private static final Instant SUNDAY_NOON = Instant.parse("2026-05-03T12:00:00Z");
    private final CelConditions conditions = new CelConditions();

    @Test
    void context_isWhatTheRequestAndTheClockSay() {
        assertEquals(true, holds("weather == 'rain' && region.startsWith('DE')"));
        assertEquals(true, holds("month == 5 && weekday == 7 && hour >= 12"));
        assertEquals(true, holds("placement in ['CART', 'CHECKOUT']"));
        assertEquals(false, holds("device == 'mobile'"));
        assertEquals(true, holds(""));
        assertEquals(false, holds("1 / (month - 5) == 1"), "what cannot be evaluated does not hold");
    }

    @Test
    void mistakes_areNamed() {
        assertTrue(refusal("wether == 'rain'").contains("undeclared reference to 'wether'"));
        assertTrue(refusal("month").contains("expected type"), refusal("month"));
        refusal("weather ==");
    }

    @Test
    void visit_isNotKnownWhereAChannelIsDecided() {
        assertTrue(conditions.holdsByChannel(""));
        assertTrue(conditions.holdsByChannel("month in [11, 12] && placement == 'FOLLOW_UP' && hour > 8"));
        for (String source :
                List.of("region == 'CH'", "month == 5 || weather == 'rain'", "device == 'mobile'", "occasion == ''")) {
            assertFalse(conditions.holdsByChannel(source), source);
        }
    }

    private boolean holds(String source) {
        return conditions.compile(source).holds(new Circumstances("DE-BY", "desktop", "rain", ""), "CART", SUNDAY_NOON);
    }

    private String refusal(String source) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> conditions.compile(source))
                .getMessage());
    }
}
