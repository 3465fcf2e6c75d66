package io.zugabe.recommendation.incentives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

@Proves("O12")
class LeaseTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private static Lease lease(long micros) {
        return new Lease(1, micros, LocalDate.EPOCH, NOW.plusSeconds(60));
    }

    @Property(tries = 50)
    void isNeverOverdrawn_howeverManyTakeAtOnce(
            @ForAll @IntRange(max = 2_000) int size, @ForAll @IntRange(min = 1, max = 50) int cost) throws Exception {
        Lease lease = lease(size);
        List<Future<Integer>> takers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int taker = 0; taker < 4; taker++) {
                takers.add(threads.submit(() -> {
                    int taken = 0;
                    for (int i = 0; i < 200; i++) {
                        taken += lease.take(cost, NOW) ? cost : 0;
                    }
                    return taken;
                }));
            }
        }
        long taken = 0;
        for (Future<Integer> taker : takers) {
            taken += taker.get();
        }
        assertTrue(taken <= size);
        assertEquals(size, taken + lease.drain(), "what is not taken is there to be given back");
    }

    @Test
    void afterItsTime_nothingIsTaken() {
        Lease lease = lease(100);
        assertTrue(lease.take(10, NOW));
        assertFalse(lease.take(10, NOW.plusSeconds(60)));
        assertFalse(lease.take(91, NOW));
        lease.putBack(10);
        assertTrue(lease.isUntouched());
    }
}
