package io.zugabe.recommendation.replica.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * What a relation's complement is to its anchor, and when the relation holds.
 *
 * @param from the relation holds from this time on
 * @param until and until just before this time
 * @param regions ISO 3166 codes; a country means its subdivisions too; this and all sets: empty means any
 * @param months 1 to 12, of the time in UTC
 */
public record Terms(
        Kind kind,
        Optional<Instant> from,
        Optional<Instant> until,
        Set<String> regions,
        Set<String> devices,
        Set<String> weathers,
        Set<String> occasions,
        Set<Integer> months) {

    /** A complement, always and everywhere. */
    public static final Terms ALWAYS = of(Kind.COMPLEMENT);

    public Terms {
        regions = Set.copyOf(regions);
        devices = Set.copyOf(devices);
        weathers = Set.copyOf(weathers);
        occasions = Set.copyOf(occasions);
        months = Set.copyOf(months);
    }

    /** A kind of relation that always holds. */
    public static Terms of(Kind kind) {
        return new Terms(kind, Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** Whether the relation holds at a time. What a condition asks for and nobody knows does not hold. */
    public boolean hold(Circumstances known, Instant time) {
        return from.map(start -> !time.isBefore(start)).orElse(true)
                && until.map(end -> time.isBefore(end)).orElse(true)
                && (months.isEmpty()
                        || months.contains(time.atOffset(ZoneOffset.UTC).getMonthValue()))
                && holdIn(known.region())
                && isOneOf(devices, known.device())
                && isOneOf(weathers, known.weather())
                && isOneOf(occasions, known.occasion());
    }

    private boolean holdIn(String region) {
        int dash = region.indexOf('-');
        return isOneOf(regions, region) || (dash > 0 && regions.contains(region.substring(0, dash)));
    }

    private static boolean isOneOf(Set<String> wanted, String known) {
        return wanted.isEmpty() || wanted.contains(known);
    }

    /** What a complement is to its anchor. */
    public enum Kind {
        /** It goes with the anchor. */
        COMPLEMENT,
        /** It is bought instead of the anchor. */
        UPGRADE,
        /** It is sold together with the anchor at a package price. */
        BUNDLE,
        /** It is a service for the anchor. */
        SERVICE,
        /** It may be added to an order of the anchor. */
        SAMPLE,
        /** Something that a newer catalog knows and this version does not. */
        OTHER;

        /** Whether it complements the anchor: it may be offered beside it at its own price. */
        public boolean complements() {
            return this == COMPLEMENT || this == SERVICE;
        }
    }
}
