package io.zugabe.recommendation.incentives.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Proves("O12")
class RedeemRulesTest {

    private static final Instant END = Instant.parse("2026-06-01T13:00:00Z");
    private static final RedeemRules.Order ORDER =
            new RedeemRules.Order("o-1", List.of("tent", "mat"), Optional.of(50_000_000L));

    private static Promise promise(IncentiveType type, int level, long lease) {
        return new Promise("i", type, level, new Benefit.Percent(5), 38_000_000, 2_000_000, END, 0.1, lease);
    }

    private static Optional<Refusal> judge(Promise promise, long minimum, RedeemRules.Order order, Instant now) {
        return RedeemRules.judge(promise, "mat", "tent", minimum, order, now);
    }

    @Test
    void everythingRight_isRedeemable_untilItsEndExclusively() {
        Promise promise = promise(IncentiveType.DISCOUNT, 1, 7);
        assertEquals(Optional.empty(), judge(promise, 50_000_000, ORDER, END.minusNanos(1)));
        assertEquals(Optional.of(Refusal.EXPIRED), judge(promise, 0, ORDER, END));
    }

    @Test
    void everyRefusal_hasItsReason() {
        Instant now = END.minusSeconds(60);
        assertEquals(Optional.of(Refusal.NO_INCENTIVE), judge(promise(IncentiveType.DISCOUNT, 0, 7), 0, ORDER, now));
        assertEquals(Optional.of(Refusal.PREVIEW), judge(promise(IncentiveType.DISCOUNT, 1, 0), 0, ORDER, now));
        assertEquals(
                Optional.of(Refusal.BASKET_TOO_SMALL),
                judge(promise(IncentiveType.DISCOUNT, 1, 7), 50_000_001, ORDER, now));
        RedeemRules.Order other = new RedeemRules.Order("o-2", List.of("tent"), Optional.empty());
        assertEquals(Optional.of(Refusal.PRODUCT_MISSING), judge(promise(IncentiveType.DISCOUNT, 1, 7), 0, other, now));
        RedeemRules.Order alone = new RedeemRules.Order("o-3", List.of("mat"), Optional.empty());
        assertEquals(
                Optional.of(Refusal.ANCHOR_MISSING), judge(promise(IncentiveType.BUNDLE_PRICE, 1, 7), 0, alone, now));
        assertEquals(Optional.empty(), judge(promise(IncentiveType.DISCOUNT, 1, 7), 0, alone, now));
    }

    @Test
    void stacking_byClass_andExclusive() {
        RedeemRules.Redeemed price = new RedeemRules.Redeemed("price", false);
        RedeemRules.Redeemed points = new RedeemRules.Redeemed("points", false);
        RedeemRules.Redeemed alone = new RedeemRules.Redeemed("alone", true);
        assertTrue(RedeemRules.stacks(price, List.of()));
        assertTrue(RedeemRules.stacks(price, List.of(points)));
        assertFalse(RedeemRules.stacks(price, List.of(points, price)));
        assertFalse(RedeemRules.stacks(alone, List.of(points)));
        assertFalse(RedeemRules.stacks(points, List.of(alone)));
        assertTrue(RedeemRules.stacks(alone, List.of()));
    }
}
