package io.zugabe.segmentation.audience.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of a target group.
 *
 * @param version from 1
 * @param rule empty until it was first counted
 * @param author who made the version
 */
public record TargetGroup(
        GroupDefinition definition,
        int version,
        Optional<KeptRule> rule,
        Instant createTime,
        Instant updateTime,
        String author) {

    /**
     * A rule as it was found.
     *
     * @param time when
     */
    public record KeptRule(Rule rule, Instant time) {}

    /** Identifier. */
    public String id() {
        return definition.id();
    }

    /** What callers name to change what they have read. */
    public String etag() {
        return Integer.toString(version);
    }

    /** The control group. */
    public Holdout holdout() {
        return Holdout.of(definition, version);
    }
}
