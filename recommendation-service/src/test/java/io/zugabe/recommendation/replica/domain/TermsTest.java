package io.zugabe.recommendation.replica.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Proves("T5")
class TermsTest {

    private static final Instant START = Instant.parse("2026-11-27T00:00:00Z");
    private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void validity_fromItsStartToJustBeforeItsEnd() {
        Terms terms = new Terms(
                Terms.Kind.COMPLEMENT,
                Optional.of(START),
                Optional.of(END),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of());
        assertFalse(terms.hold(Circumstances.UNKNOWN, START.minus(Duration.ofNanos(1))));
        assertTrue(terms.hold(Circumstances.UNKNOWN, START));
        assertTrue(terms.hold(Circumstances.UNKNOWN, END.minus(Duration.ofNanos(1))));
        assertFalse(terms.hold(Circumstances.UNKNOWN, END));
    }

    @ParameterizedTest
    @CsvSource({
        "DE, mobile, rain, christmas, 2026-12-24T12:00:00Z, true",
        "DE-BY, mobile, rain, christmas, 2026-12-24T12:00:00Z, true",
        "AT-9, mobile, rain, christmas, 2026-12-24T12:00:00Z, true",
        "AT, mobile, rain, christmas, 2026-12-24T12:00:00Z, false",
        "DEX, mobile, rain, christmas, 2026-12-24T12:00:00Z, false",
        "DE, desktop, rain, christmas, 2026-12-24T12:00:00Z, false",
        "DE, mobile, snow, christmas, 2026-12-24T12:00:00Z, false",
        "DE, mobile, rain, easter, 2026-12-24T12:00:00Z, false",
        "DE, mobile, rain, christmas, 2026-11-30T23:59:59Z, false",
        "'', mobile, rain, christmas, 2026-12-24T12:00:00Z, false",
        "DE, '', rain, christmas, 2026-12-24T12:00:00Z, false",
        "DE, mobile, '', christmas, 2026-12-24T12:00:00Z, false",
        "DE, mobile, rain, '', 2026-12-24T12:00:00Z, false"
    })
    void condition_holdsOnlyIfAllOfItIsKnownToHold(
            String region, String device, String weather, String occasion, Instant time, boolean holds) {
        Terms terms = new Terms(
                Terms.Kind.COMPLEMENT,
                Optional.empty(),
                Optional.empty(),
                Set.of("DE", "AT-9"),
                Set.of("mobile", "tablet"),
                Set.of("rain"),
                Set.of("christmas"),
                Set.of(12));
        assertEquals(holds, terms.hold(new Circumstances(region, device, weather, occasion), time));
    }

    @Test
    void noCondition_holdsWhateverIsKnown() {
        assertTrue(Terms.ALWAYS.hold(Circumstances.UNKNOWN, START));
        assertTrue(Terms.ALWAYS.hold(new Circumstances("DE", "mobile", "rain", "christmas"), START));
    }
}
