package io.zugabe.catalog.fit.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.kit.test.Proves;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Proves("O1")
class LimitTest {

    @Test
    void limitWithoutSentence_isSaidInWords_ofWhatIsKnown() {
        assertEquals(
                Map.of(
                        "en", "Fits with a limit: charge power is 20 W, needed is 45 W.",
                        "de", "Passt mit Einschränkung: charge power ist 20 W, nötig ist 45 W.",
                        "nl", "Past met een beperking: charge power is 20 W, nodig is 45 W."),
                limit("20 W", "45 W", LocalizedText.EMPTY).inWords().sentence().texts());
        assertEquals(
                "Fits with a limit: charge power.",
                limit("", "", LocalizedText.EMPTY).inWords().sentence().texts().get("en"));
    }

    @Test
    void sentenceOfTheMaker_stays() {
        Limit stated = limit("20 W", "45 W", new LocalizedText(Map.of("en", "Slowly.")));
        assertSame(stated, stated.inWords());
    }

    private static Limit limit(String got, String needed, LocalizedText sentence) {
        return new Limit("charge_power", got, needed, sentence, "");
    }
}
