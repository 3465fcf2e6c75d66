package io.zugabe.catalog.fit.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The limits of a set: of those with the same attribute and unit the one with the lowest got, because a
 * set gives what its weakest pair gives. Limits without a number stand side by side.
 */
final class SetLimits {

    private static final Comparator<Limit> ORDER = Comparator.comparing(Limit::attribute)
            .thenComparing(Limit::got)
            .thenComparing(Limit::needed)
            .thenComparing(limit -> limit.sentence().texts().toString())
            .thenComparing(Limit::liftedBy);

    private SetLimits() {}

    static List<Limit> merged(Collection<SetPair> pairs) {
        Map<String, Limit> lowest = new LinkedHashMap<>();
        pairs.stream()
                .flatMap(pair -> pair.limits().stream())
                .sorted(ORDER)
                .forEach(limit -> lowest.merge(key(limit), limit, SetLimits::lower));
        List<Limit> merged = new ArrayList<>(lowest.values());
        merged.sort(ORDER);
        return merged;
    }

    /** Limits with equal keys are of one kind: numbers in one unit, or the same limit twice. */
    private static String key(Limit limit) {
        return Quantity.in(limit.got())
                .map(number -> limit.attribute() + " " + number.unit())
                .orElseGet(() -> limit.attribute() + " " + limit);
    }

    /** On a tie the one that asks for more. */
    private static Limit lower(Limit one, Limit other) {
        int difference = compare(one.got(), other.got());
        if (difference == 0) {
            difference = compare(other.needed(), one.needed());
        }
        return difference <= 0 ? one : other;
    }

    private static int compare(String one, String other) {
        Optional<Quantity> first = Quantity.in(one);
        Optional<Quantity> second = Quantity.in(other);
        return first.isPresent() && second.isPresent()
                ? first.get().value().compareTo(second.get().value())
                : 0;
    }
}
