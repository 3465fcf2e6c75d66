package io.zugabe.segmentation.privacy.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.v1.DryRunSegmentResponse;
import io.zugabe.segmentation.v1.GetLogStatusResponse;
import io.zugabe.segmentation.v1.SegmentExample;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Proves("C10")
class SubjectFieldsTest {

    @Test
    void examplesOfADryRun_nameCustomersAndVisitors() {
        Set<Subject> people = new HashSet<>();

        SubjectFields.of(DryRunSegmentResponse.getDescriptor())
                .collect(
                        DryRunSegmentResponse.newBuilder()
                                .addEnteringExamples(SegmentExample.newBuilder().setSubjectKey("c-1"))
                                .addLeavingExamples(SegmentExample.newBuilder().setSubjectKey("v:w-2"))
                                .build(),
                        people);

        assertEquals(Set.of(Subject.customer("c-1"), Subject.visitor("w-2")), people);
    }

    @Test
    void messageWithoutPeople_isNotLookedThrough() {
        assertTrue(SubjectFields.of(GetLogStatusResponse.getDescriptor()).isEmpty());
    }
}
