package io.zugabe.segmentation.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.Histories;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.ProjectProfiles.Outcome;
import io.zugabe.segmentation.profile.domain.CustomerEvent;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However often a shop sends its events, and in whatever order: the log keeps each once, and the profile is the same. */
@Proves("C1")
class DuplicationTest {

    private static final Subject SUBJECT = Subject.customer("c-1");
    private static final int RUN = 7;

    @Property(tries = 100)
    void profile_ofAnyPermutationAndDuplication_isTheSame(
            @ForAll("histories") List<CustomerEvent> history, @ForAll Random random) {
        List<CustomerEvent> sent = new ArrayList<>(history);
        history.stream().filter(event -> random.nextBoolean()).forEach(sent::add);
        history.stream().filter(event -> random.nextInt(4) == 0).forEach(sent::add);
        Collections.shuffle(sent, random);
        Profile once = Profile.empty(SUBJECT, Limits.STANDARD);
        for (CustomerEvent event : history) {
            once = once.with(event);
        }
        assertEquals(once, projected(InMemoryLog.received(sent, RUN), history.size()));
    }

    private static Profile projected(InMemoryLog log, long end) {
        InMemoryStore store = new InMemoryStore();
        ProjectProfiles projector =
                new ProjectProfiles(log, log, store, new ProfilesAdvanced(), new SimpleMeterRegistry());
        while (projector.project(end).await().atMost(Duration.ofSeconds(5)).outcome() != Outcome.CAUGHT_UP) {
            // each run takes the next few events
        }
        var stored = store.profiles.get(SUBJECT);
        return stored == null ? Profile.empty(SUBJECT, Limits.STANDARD) : stored.profile();
    }

    @Provide
    Arbitrary<List<CustomerEvent>> histories() {
        return Histories.of(SUBJECT, Instant.parse("2025-01-01T00:00:00Z"), 400, 40);
    }
}
