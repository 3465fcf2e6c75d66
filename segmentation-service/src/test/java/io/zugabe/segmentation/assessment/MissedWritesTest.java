package io.zugabe.segmentation.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.segmentation.assessment.MissedWrites.Sweep;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissedWritesTest {

    private final MissedWrites missed = new MissedWrites();

    @Test
    void sweep_endsAfterTheLastKey() {
        missed.after(7);
        assertEquals(Optional.of(new Sweep(7, "")), missed.sweep());
        missed.sweptUpTo(Optional.of("c-9"));
        assertFalse(missed.none());
        assertEquals(Optional.of(new Sweep(7, "c-9")), missed.sweep());
        missed.sweptUpTo(Optional.empty());
        assertEquals(Optional.empty(), missed.sweep());
        assertTrue(missed.none());
    }

    @Test
    void suspicion_duringASweep_getsASweepOfItsOwn() {
        missed.after(7);
        missed.sweep();
        missed.sweptUpTo(Optional.of("c-9"));
        missed.after(20);
        missed.after(12);
        assertEquals(Optional.of(new Sweep(7, "c-9")), missed.sweep());
        missed.sweptUpTo(Optional.empty());
        assertFalse(missed.none());
        assertEquals(Optional.of(new Sweep(12, "")), missed.sweep());
        missed.sweptUpTo(Optional.empty());
        assertTrue(missed.none());
    }
}
