package io.zugabe.catalog.fit.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether several products go together as a whole: all pairs about which something is said must.
 *
 * <p>Another part never makes a verdict better, but for two things: a bridge, which fits both products of
 * a pair and so takes a limit or misfit away (a mount adapter between body and lens), and a link, which connects a
 * product about which nothing was said before (the cable between phone and charger).
 *
 * @param limits of the set; not empty if the verdict is FITS_WITH_LIMITS
 * @param weakestPair that decides the verdict; empty if all fits, or if only unconnected products decide
 * @param weakestProduct id of the product to replace first; empty if all fits
 * @param pairs as they count in the set, by host and part
 * @param unconnected ids of products about which nothing is said with any other, in order
 */
public record SetVerdict(
        Verdict verdict,
        List<Limit> limits,
        Optional<SetPair> weakestPair,
        String weakestProduct,
        List<SetPair> pairs,
        List<String> unconnected,
        List<LiftedLimit> lifted) {

    private static final Comparator<SetPair> BY_IDS =
            Comparator.comparing(SetPair::host).thenComparing(SetPair::part);

    /**
     * The verdict of a set.
     *
     * @param said what is said about pairs of its members, no pair twice
     */
    public static SetVerdict of(Collection<SetMember> members, Collection<SetPair> said) {
        List<LiftedLimit> lifted = new ArrayList<>();
        List<SetPair> pairs = said.stream()
                .sorted(BY_IDS)
                .map(pair -> lift(pair, members, said, lifted))
                .toList();
        List<String> unconnected = members.stream()
                .map(SetMember::id)
                .filter(id -> said.stream().noneMatch(pair -> pair.has(id)))
                .sorted()
                .toList();
        Verdict verdict = pairs.stream()
                .map(SetPair::verdict)
                .reduce(unconnected.isEmpty() ? Verdict.FITS : Verdict.UNKNOWN, Verdict::and);
        List<Limit> limits = verdict == Verdict.FITS_WITH_LIMITS ? SetLimits.merged(pairs) : List.of();
        List<SetPair> deciding = deciding(verdict, pairs, limits);
        String weakest = weakest(deciding)
                .orElseGet(() -> unconnected.isEmpty() || verdict == Verdict.FITS ? "" : unconnected.getFirst());
        return new SetVerdict(
                verdict,
                limits,
                deciding.stream().filter(pair -> pair.has(weakest)).findFirst(),
                weakest,
                pairs,
                unconnected,
                lifted);
    }

    private static SetPair lift(
            SetPair pair, Collection<SetMember> members, Collection<SetPair> said, List<LiftedLimit> lifted) {
        if (pair.verdict() == Verdict.DOES_NOT_FIT) {
            return bridge(pair, pair.liftedBy(), members, said)
                    .map(bridge -> {
                        lifted.add(new LiftedLimit(pair.host(), pair.part(), bridge, null));
                        return pair.with(pair.remaining());
                    })
                    .orElse(pair);
        }
        if (pair.verdict() != Verdict.FITS_WITH_LIMITS) {
            return pair;
        }
        List<Limit> remaining = new ArrayList<>();
        for (Limit limit : pair.limits()) {
            bridge(pair, limit.liftedBy(), members, said)
                    .ifPresentOrElse(
                            bridge -> lifted.add(new LiftedLimit(pair.host(), pair.part(), bridge, limit)),
                            () -> remaining.add(limit));
        }
        return pair.with(remaining);
    }

    /** A member of the type that lifts a limit or misfit and that fits both products of the pair, in whatever role. */
    private static Optional<String> bridge(
            SetPair pair, String type, Collection<SetMember> members, Collection<SetPair> said) {
        return members.stream()
                .filter(member -> !type.isEmpty() && member.typePath().contains(type) && !pair.has(member.id()))
                .map(SetMember::id)
                .filter(id -> fits(id, pair.host(), said) && fits(id, pair.part(), said))
                .min(Comparator.naturalOrder());
    }

    private static boolean fits(String one, String other, Collection<SetPair> said) {
        return said.stream()
                .anyMatch(pair -> pair.isOf(one, other) && pair.verdict().isFit());
    }

    /** Of pairs with limits those whose limits are also the set's: others give more than the set needs. */
    private static List<SetPair> deciding(Verdict verdict, List<SetPair> pairs, List<Limit> limits) {
        Set<Limit> ofSet = new HashSet<>(limits);
        return switch (verdict) {
            case FITS -> List.of();
            case FITS_WITH_LIMITS ->
                pairs.stream()
                        .filter(pair -> pair.limits().stream().anyMatch(ofSet::contains))
                        .toList();
            case UNKNOWN, DOES_NOT_FIT ->
                pairs.stream().filter(pair -> pair.verdict() == verdict).toList();
        };
    }

    /** The product in most of the deciding pairs; on a tie the one that is oftener the part. */
    private static Optional<String> weakest(List<SetPair> deciding) {
        Comparator<String> inMost = Comparator.comparingLong(
                id -> deciding.stream().filter(pair -> pair.has(id)).count());
        Comparator<String> oftenerPart = Comparator.comparingLong(
                id -> deciding.stream().filter(pair -> pair.part().equals(id)).count());
        return deciding.stream()
                .flatMap(pair -> List.of(pair.host(), pair.part()).stream())
                .max(inMost.thenComparing(oftenerPart).thenComparing(Comparator.reverseOrder()));
    }
}
