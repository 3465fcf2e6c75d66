package io.zugabe.catalog.fit.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, as limits show it.
 *
 * @param unit empty for a plain number
 */
public record Quantity(BigDecimal value, String unit) {

    private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,18}(?:\\.\\d{1,18})?)(?: ([^\\d\\s]+))?");

    /** The quantity that a text is, for instance {@code "18 W"}; empty if it is anything else. */
    public static Optional<Quantity> in(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(2);
        return Optional.of(new Quantity(new BigDecimal(matcher.group(1)), unit == null ? "" : unit));
    }
}
