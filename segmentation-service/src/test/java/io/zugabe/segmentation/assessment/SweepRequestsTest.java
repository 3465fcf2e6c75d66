package io.zugabe.segmentation.assessment;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.assessment.domain.Sweep;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When everybody is assessed again. The service itself may ask meanwhile, for other causes. */
@QuarkusTest
@WithTestResource(
        value = EmbeddedServersResource.class,
        initArgs = @ResourceArg(name = "database", value = "segmentation"))
@Proves("C2")
class SweepRequestsTest {

    @Inject
    RequestSweep requestSweep;

    @Inject
    Sweeps sweeps;

    private final String rules = Events.unique("rules");
    private final String models = Events.unique("models");

    @Test
    void instanceThatStarts_asksForNothingThatEverybodyWasAssessedBy() {
        request(rules, "17");
        request(models, "{uplift=3}");
        request(rules, "17");
        assertNotEquals(rules + " 17", sweep().reason());
    }

    @Test
    void whatChangesAndChangesBack_isAskedForEachTime() {
        request(rules, "17");
        long first = sweep().requested();
        request(rules, "18");
        long second = sweep().requested();
        request(rules, "17");
        assertTrue(second > first);
        assertTrue(sweep().requested() > second);
    }

    private void request(String cause, String reason) {
        get(requestSweep.request(cause, reason));
    }

    private Sweep sweep() {
        return get(sweeps.read());
    }

    private static <T> T get(Uni<T> result) {
        return result.await().atMost(Duration.ofMinutes(1));
    }
}
