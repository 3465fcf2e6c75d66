package io.zugabe.segmentation.audience.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.assignment.GrowthBookHash;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Proves("C9")
class HoldoutTest {

    private static final List<Subject> SUBJECTS = IntStream.range(0, 20_000)
            .mapToObj(i -> Subject.customer("customer-" + i))
            .toList();

    private static GroupDefinition definition(double share) {
        return new GroupDefinition(
                "spring",
                "Spring",
                "",
                new AudienceDefinition.SegmentMembers("vip", Optional.empty()),
                Channel.EMAIL,
                share,
                false);
    }

    private static List<Subject> heldOut(double share, int version) {
        Holdout holdout = Holdout.of(definition(share), version);
        return SUBJECTS.stream().filter(holdout::holdsOut).toList();
    }

    @Test
    void controlGroup_isThatOfAnExperimentOfItsIdAndVersion() {
        List<Subject> expected = SUBJECTS.stream()
                .filter(subject -> GrowthBookHash.v2("target-group-spring:3:arm", subject.id()) < 0.1)
                .toList();
        assertEquals(expected, heldOut(0.1, 3));
        assertEquals(heldOut(0.1, 3), heldOut(0.1, 3));
    }

    @Test
    void controlGroup_hasItsShare_growsWithIt_andIsDrawnAnewForAVersion() {
        List<Subject> tenth = heldOut(0.1, 1);
        // four standard deviations of a binomial count
        assertEquals(2_000, tenth.size(), 4 * Math.sqrt(20_000 * 0.1 * 0.9));
        assertTrue(heldOut(0.2, 1).containsAll(tenth));
        assertFalse(heldOut(0.1, 2).containsAll(tenth));
        assertTrue(heldOut(0, 1).isEmpty());
    }

    @Test
    void keyRanges_coverCustomersAndVisitorsByPrefix() {
        assertEquals(List.of(new KeyRange("", "v:"), new KeyRange("v;", "\u007f")), KeyRange.of("", false));
        assertEquals(
                List.of(new KeyRange("", "v:"), new KeyRange("v:", "v:\u007f"), new KeyRange("v;", "\u007f")),
                KeyRange.of("", true));
        assertEquals(
                List.of(new KeyRange("c-1", "c-1\u007f"), new KeyRange("v:c-1", "v:c-1\u007f")),
                KeyRange.of("c-1", true));
        assertEquals(List.of(), KeyRange.of("v:x", false));
    }
}
