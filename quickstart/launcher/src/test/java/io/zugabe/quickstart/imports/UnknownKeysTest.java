package io.zugabe.quickstart.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zugabe.kit.test.Proves;
import java.util.List;
import org.junit.jupiter.api.Test;

@Proves("O3")
class UnknownKeysTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void keyThatNothingReads_isToldOnce_withTheKeyThatIsMeant() throws Exception {
        UnknownKeys keys = new UnknownKeys(UnknownKeys.OF_RELATIONS);
        assertEquals(
                List.of("the key \"strenght\" is not read; did you mean \"strength\"?"
                        + " (told for the first line that has it)"),
                keys.in(JSON.readTree("{\"id\":\"a\",\"strenght\":0.9}")));
        assertEquals(List.of(), keys.in(JSON.readTree("{\"id\":\"b\",\"strenght\":0.9}")));
    }

    @Test
    void keyOfAProduct_thatResemblesNone_isSentToTheAttributes() throws Exception {
        assertEquals(
                List.of("the key \"colour\" is not read; attributes belong below \"attributes\""
                        + " (told for the first line that has it)"),
                new UnknownKeys(UnknownKeys.OF_PRODUCTS).in(JSON.readTree("{\"id\":\"a\",\"colour\":\"red\"}")));
    }
}
