package io.zugabe.recommendation.incentives;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** The time by which promises are redeemed and money is set aside. */
@Singleton
public class IncentiveClock {

    private volatile Clock clock = Clock.systemUTC();

    public Instant now() {
        return clock.instant();
    }

    /** For tests, which cannot wait until promises are over. */
    void use(Clock other) {
        clock = other;
    }
}
