package io.zugabe.catalog.rule.domain;

import java.util.Optional;
import java.util.Set;

/**
 * A rule of a pack or a version of one, as it is listed.
 *
 * @param version empty for a pack's rule
 * @param reads the attributes that its expressions read; empty if it does not compile
 * @param fault why it does not compile; empty if it does
 */
public record ListedRule(
        StatedRule rule, Optional<RuleVersion> version, boolean inForce, Set<String> reads, String fault) {

    /** Sorts by rule, the pack's before the versions by their number. */
    public String sortKey() {
        return RuleVersion.sortKey(rule.id(), version.map(RuleVersion::number).orElse(0));
    }
}
