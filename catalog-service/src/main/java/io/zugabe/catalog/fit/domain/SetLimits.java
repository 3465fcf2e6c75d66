package io.zugabe.catalog.fit.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The limits of a set: of those with the same attribute and unit the one with the lowest got, because a
 * set gives what its weakest pair gives. Limits without a number stand side by side.
 */
final class SetLimits {

    private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,18}(?:\\.\\d{1,18})?)(?: ([^\\d\\s]+))?");
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
        return number(limit.got())
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
        Optional<Quantity> first = number(one);
        Optional<Quantity> second = number(other);
        return first.isPresent() && second.isPresent()
                ? first.get().value().compareTo(second.get().value())
                : 0;
    }

    private static Optional<Quantity> number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(2);
        return Optional.of(new Quantity(new BigDecimal(matcher.group(1)), unit == null ? "" : unit));
    }

    private record Quantity(BigDecimal value, String unit) {}
}
