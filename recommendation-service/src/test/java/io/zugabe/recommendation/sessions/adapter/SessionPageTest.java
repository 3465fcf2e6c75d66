package io.zugabe.recommendation.sessions.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.recommendation.sessions.KeptSession;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionPageTest {

    @Test
    void written_isReadAsItWas() {
        List<KeptSession> sessions = List.of(
                new KeptSession(1_000_000, Long.MIN_VALUE, -1, 1_700_000_000, List.of("tent", "m\0t", "Zelt für 4")),
                new KeptSession(1_000_001, 0, 0, 0, List.of()),
                new KeptSession(1_000_002, 7, 8, 9, List.of("lamp", "tent")));

        assertEquals(sessions, SessionPage.read(SessionPage.write(sessions)));
        assertEquals(List.of(), SessionPage.read(SessionPage.write(List.of())));
    }
}
