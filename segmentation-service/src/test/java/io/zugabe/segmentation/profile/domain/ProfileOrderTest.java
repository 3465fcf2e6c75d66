package io.zugabe.segmentation.profile.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.Histories;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.adapter.StateCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A profile is a function of the set of events, whatever their order, also where lists are cut. */
@Proves("C1")
class ProfileOrderTest {

    /** Small, so that every list is cut in nearly every history. */
    private static final Limits TIGHT = new Limits(3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2);

    private static final Subject SUBJECT = Subject.customer("c-1");
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @Property(tries = 500)
    void profile_ofAnyOrder_isTheSame(@ForAll("histories") List<CustomerEvent> history, @ForAll Random random) {
        List<CustomerEvent> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, random);
        assertEquals(oneByOne(history), oneByOne(shuffled));
    }

    @Property(tries = 300)
    void profile_mergedFromParts_equalsTheWhole(
            @ForAll("histories") List<CustomerEvent> history, @ForAll Random random) {
        List<CustomerEvent> left = new ArrayList<>();
        List<CustomerEvent> right = new ArrayList<>();
        history.forEach(event -> (random.nextBoolean() ? left : right).add(event));
        assertEquals(oneByOne(history), oneByOne(left).merge(oneByOne(right)));
        assertEquals(oneByOne(history), oneByOne(right).merge(oneByOne(left)));
    }

    @Property(tries = 300)
    void profile_storedBetweenAnyTwoEvents_isTheSame(@ForAll("histories") List<CustomerEvent> history) {
        Profile stored = Profile.empty(SUBJECT, TIGHT);
        for (CustomerEvent event : history) {
            stored = StateCodec.decode(SUBJECT, StateCodec.encode(stored.with(event)), TIGHT);
        }
        assertEquals(oneByOne(history), stored);
    }

    private static Profile oneByOne(List<CustomerEvent> history) {
        Profile profile = Profile.empty(SUBJECT, TIGHT);
        for (CustomerEvent event : history) {
            profile = profile.with(event);
        }
        return profile;
    }

    @Provide
    Arbitrary<List<CustomerEvent>> histories() {
        return Histories.of(SUBJECT, START, 400, 60);
    }
}
