package io.zugabe.segmentation.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.zugabe.segmentation.log.domain.Subject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilesAdvancedTest {

    private static final Duration LONG = Duration.ofMinutes(3);

    private final ProfilesAdvanced advanced = new ProfilesAdvanced();

    @Test
    void whoeverWaitsForSomebodyPressing_isToldThen_andNotBefore() {
        UniAssertSubscriber<Boolean> waiting =
                advanced.awaitPressing(LONG).subscribe().withSubscriber(UniAssertSubscriber.create());

        advanced.to(7, List.of());
        waiting.assertNotTerminated();
        advanced.to(8, List.of(Subject.customer("c-1")));

        assertTrue(waiting.awaitItem(LONG).getItem());
        assertEquals(List.of(Subject.customer("c-1")), advanced.takePressing(10));
        assertEquals(List.of(), advanced.takePressing(10));
    }

    @Test
    void somebodyPressingAlready_isToldAtOnce_andDoesNotHoldUpWhoWaitsForTheProfiles() {
        advanced.to(8, List.of(Subject.customer("c-1")));

        assertTrue(advanced.awaitPressing(LONG).await().atMost(LONG));
        assertTrue(advanced.awaitBeyond(7, LONG).await().atMost(LONG));
        assertFalse(advanced.awaitBeyond(8, Duration.ofMillis(1)).await().atMost(LONG));
    }
}
