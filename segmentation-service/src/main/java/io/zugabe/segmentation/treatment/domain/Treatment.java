package io.zugabe.segmentation.treatment.domain;

import io.zugabe.segmentation.segment.domain.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;

/**
 * Whether and how a customer may be made offers.
 *
 * @param allowed false if no offer may be made at all
 * @param quietUntil if not allowed: until when at least; empty if nobody knows
 * @param priceCeiling in the shop's currency; empty for none
 * @param quietProducts latest end first
 * @param applied the rules that led here: those that silence first, then in the policy's order
 */
public record Treatment(
        boolean allowed,
        Optional<Instant> quietUntil,
        Set<OfferKind> kinds,
        Set<Channel> channels,
        Set<Incentive> incentives,
        OptionalDouble priceCeiling,
        boolean onlyWhenTriggered,
        boolean lowReturnRiskOnly,
        boolean anonymous,
        SortedSet<String> excludedTypes,
        SortedSet<String> advice,
        List<QuietProduct> quietProducts,
        List<Applied> applied,
        int policyVersion) {

    /** Codes of what led here, strongest first, each once. */
    public List<String> reasonCodes() {
        return applied.stream().map(Applied::reasonCode).distinct().toList();
    }

    /**
     * A rule that counted.
     *
     * @param why what its condition read
     */
    public record Applied(String ruleId, String reasonCode, LocalizedText why) {}
}
