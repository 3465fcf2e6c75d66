package io.zugabe.kit.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorTest {

    @ParameterizedTest
    @CsvSource({"jo@shop.example, jo@shop.example", "' Jo (buying) ', Jo (buying)", "'', unknown", "'a\nb', unknown"})
    void actor_isPrintableOrUnknown(String offered, String accepted) {
        assertEquals(accepted, Actor.accept(offered));
    }

    @Test
    void actor_tooLong_isUnknown() {
        assertEquals("x".repeat(200), Actor.accept("x".repeat(200)));
        assertEquals(Actor.UNKNOWN, Actor.accept("x".repeat(201)));
        assertEquals(Actor.UNKNOWN, Actor.current());
    }
}
