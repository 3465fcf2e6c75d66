package io.zugabe.recommendation.decision.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private long now;

    @Test
    void aSecond_givesAsManyAsItMay_andNoMoreIsSavedThanThereIsRoomFor() {
        Allowance allowance = new Allowance(20, 50, () -> now);

        assertEquals(50, taken(allowance));
        now += TimeUnit.SECONDS.toNanos(1);
        assertEquals(20, taken(allowance));
        now += TimeUnit.MILLISECONDS.toNanos(49);
        assertEquals(0, taken(allowance));
        now += TimeUnit.HOURS.toNanos(1);
        assertEquals(50, taken(allowance));
    }

    private static int taken(Allowance allowance) {
        int taken = 0;
        while (allowance.take()) {
            taken++;
        }
        return taken;
    }
}
