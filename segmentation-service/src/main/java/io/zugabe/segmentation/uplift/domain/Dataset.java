package io.zugabe.segmentation.uplift.domain;

import java.time.Instant;
import java.util.List;

/** Data of finished experiments, by arm. */
public record Dataset(
        String name, List<DeclaredFeature> features, List<Arm> arms, Instant createTime, Instant updateTime) {

    /** Rows of an arm. */
    public record Arm(String name, long rows, long matured) {}
}
