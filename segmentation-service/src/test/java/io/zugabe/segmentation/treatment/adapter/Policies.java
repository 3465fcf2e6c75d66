package io.zugabe.segmentation.treatment.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.segmentation.feature.domain.Features;
import io.zugabe.segmentation.treatment.CompilePolicy;
import io.zugabe.segmentation.treatment.domain.PolicyVersion;
import io.zugabe.segmentation.treatment.domain.TreatmentPolicy;
import java.util.Collection;
import java.util.List;

/** Policies ready to decide, for tests. */
public final class Policies {

    private static final TreatmentConditions CONDITIONS = new TreatmentConditions(Features.STANDARD::all);

    private Policies() {}

    /** Compiles a policy that has no faults. */
    public static TreatmentPolicy compile(PolicyVersion version, Collection<String> segments) {
        CompilePolicy.Compiled compiled = new CompilePolicy(CONDITIONS).compile(version, segments);
        assertEquals(List.of(), compiled.faults());
        return compiled.policy();
    }
}
