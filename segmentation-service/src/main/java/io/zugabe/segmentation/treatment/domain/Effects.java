package io.zugabe.segmentation.treatment.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * What a rule restricts.
 *
 * @param silence no offers at all
 * @param allowedKinds only these; empty: as before
 * @param allowedChannels only these; empty: as before
 * @param allowedIncentives only these; empty: as before
 * @param priceCeiling no offer above it
 * @param onlyWhenTriggered cross-selling only after a trigger
 * @param lowReturnRiskOnly only products that come back no more often than usual
 * @param anonymous no use of what is known about the customer
 * @param excludedTypes no products of these types or of types below
 * @param advice what to show first or instead; restricts nothing
 */
public record Effects(
        Optional<Silencing> silence,
        Optional<Set<OfferKind>> allowedKinds,
        Optional<Set<Channel>> allowedChannels,
        Optional<Set<Incentive>> allowedIncentives,
        Optional<PriceCeiling> priceCeiling,
        boolean onlyWhenTriggered,
        boolean lowReturnRiskOnly,
        boolean anonymous,
        SortedSet<String> excludedTypes,
        SortedSet<String> advice) {

    /** Restricts nothing. */
    public static final Effects NONE = new Effects(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            false,
            Collections.emptySortedSet(),
            Collections.emptySortedSet());

    /** Nothing but silence. */
    static Effects silenceOnly(Optional<Silencing> silence) {
        return new Effects(
                silence,
                NONE.allowedKinds,
                NONE.allowedChannels,
                NONE.allowedIncentives,
                NONE.priceCeiling,
                false,
                false,
                false,
                NONE.excludedTypes,
                NONE.advice);
    }

    /** All kinds. */
    public static Set<OfferKind> allKinds() {
        return EnumSet.allOf(OfferKind.class);
    }

    /** All channels. */
    public static Set<Channel> allChannels() {
        return EnumSet.allOf(Channel.class);
    }

    /** All incentives. */
    public static Set<Incentive> allIncentives() {
        return EnumSet.allOf(Incentive.class);
    }
}
