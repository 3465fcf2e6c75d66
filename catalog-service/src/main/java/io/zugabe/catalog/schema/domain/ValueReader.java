package io.zugabe.catalog.schema.domain;

import io.zugabe.catalog.schema.domain.Reading.Accepted;
import io.zugabe.catalog.schema.domain.Reading.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values as a declaration wants them. What can be read in two ways is refused: nothing is guessed. */
public final class ValueReader {

    /** A comma with three digits after it could separate thousands. */
    private static final String NUMBER = "([-+−]?\\d+(?:\\.\\d+|,\\d{1,2})?)";

    private static final Pattern QUANTITY = Pattern.compile(NUMBER + "\\s*([^\\d\\s].*)?");
    private static final Pattern INTERVAL =
            Pattern.compile(NUMBER + "\\s*(?:\\.\\.|–|…)\\s*" + NUMBER + "\\s*([^\\d\\s].*)?");
    /** A comma or a point with three digits after it: 1.500 is one and a half here, and fifteen hundred there. */
    private static final Pattern TWO_WAYS =
            Pattern.compile("(?<![\\d.,])(?:(\\d+),(\\d{3})(?![\\d,])|([1-9]\\d{0,2})\\.(\\d{3})(?!\\d|[.,]\\d))");

    private static final Pattern SEPARATOR = Pattern.compile("[,;|/]|\\s(?:and|or|und|oder|en|of|&|\\+)\\s");

    private ValueReader() {}

    /** Reads a value. */
    public static Reading read(AttributeDeclaration declared, AttributeValue value) {
        return switch (declared.kind()) {
            case TEXT ->
                value instanceof AttributeValue.Text text
                        ? readText(declared, text.text())
                        : wrongKind(value, "a text");
            case NUMBER -> readNumber(declared, value);
            case TRUTH -> readTruth(value);
            case LIST -> readList(declared, value);
            case RANGE -> readRange(declared, value);
        };
    }

    private static Reading readText(AttributeDeclaration declared, String text) {
        Optional<String> canonical = declared.canonical(text);
        if (canonical.isEmpty()) {
            return notEnumerated(declared);
        }
        return new Accepted(new AttributeValue.Text(canonical.get()));
    }

    private static Reading readNumber(AttributeDeclaration declared, AttributeValue value) {
        if (value instanceof AttributeValue.Number number) {
            return convert(declared, number.value(), number.unit(), true);
        }
        if (value instanceof AttributeValue.Text text) {
            Matcher matcher = QUANTITY.matcher(text.text().strip());
            Optional<Refused> twoWays = twoWays(text.text());
            if (twoWays.isPresent()) {
                return twoWays.get();
            }
            return matcher.matches()
                    ? convert(declared, parse(matcher.group(1)), unit(matcher.group(2)), false)
                    : new Refused("is no number; " + example(declared));
        }
        return wrongKind(value, "a number");
    }

    private static Reading convert(AttributeDeclaration declared, double number, String unit, boolean unitMayLack) {
        OptionalDouble converted = toCanonical(declared, number, unit, unitMayLack);
        return converted.isPresent()
                ? new Accepted(new AttributeValue.Number(converted.getAsDouble(), declared.unit()))
                : wrongUnit(declared, unit);
    }

    private static Reading readTruth(AttributeValue value) {
        if (value instanceof AttributeValue.Truth) {
            return new Accepted(value);
        }
        if (value instanceof AttributeValue.Text text) {
            return switch (text.text().strip().toLowerCase(Locale.ROOT)) {
                case "true", "yes" -> new Accepted(new AttributeValue.Truth(true));
                case "false", "no" -> new Accepted(new AttributeValue.Truth(false));
                default -> new Refused("is no truth value; write true or false");
            };
        }
        return wrongKind(value, "a truth value");
    }

    private static Reading readList(AttributeDeclaration declared, AttributeValue value) {
        if (value instanceof AttributeValue.TextList list) {
            List<String> canonical = new ArrayList<>();
            for (String entry : list.values()) {
                Optional<String> meant = declared.canonical(entry);
                if (meant.isEmpty()) {
                    return new Refused("contains \"" + entry + "\", which is none of " + allowed(declared));
                }
                canonical.add(meant.get());
            }
            return new Accepted(new AttributeValue.TextList(canonical));
        }
        if (value instanceof AttributeValue.Text text) {
            Optional<String> single = declared.canonical(text.text());
            boolean enumerated = !declared.values().isEmpty();
            if (single.isPresent()
                    && (enumerated || !SEPARATOR.matcher(text.text()).find())) {
                return new Accepted(new AttributeValue.TextList(List.of(single.get())));
            }
            return enumerated
                    ? notEnumerated(declared)
                    : new Refused("must be a list; a separated text could mean one value or several");
        }
        return wrongKind(value, "a list");
    }

    private static Reading readRange(AttributeDeclaration declared, AttributeValue value) {
        if (value instanceof AttributeValue.Range range) {
            return range(declared, range.min(), range.max(), range.unit(), true);
        }
        if (value instanceof AttributeValue.Text text) {
            Matcher interval = INTERVAL.matcher(text.text().strip());
            Optional<Refused> twoWays = twoWays(text.text());
            if (twoWays.isPresent()) {
                return twoWays.get();
            }
            return interval.matches()
                    ? range(
                            declared,
                            parse(interval.group(1)),
                            parse(interval.group(2)),
                            unit(interval.group(3)),
                            false)
                    : new Refused("is no range; write for instance \"3.6..4.2 " + declared.unit() + "\"");
        }
        return wrongKind(value, "a range");
    }

    private static Reading range(
            AttributeDeclaration declared, double min, double max, String unit, boolean unitMayLack) {
        OptionalDouble low = toCanonical(declared, min, unit, unitMayLack);
        OptionalDouble high = toCanonical(declared, max, unit, unitMayLack);
        if (low.isEmpty() || high.isEmpty()) {
            return wrongUnit(declared, unit);
        }
        return low.getAsDouble() <= high.getAsDouble()
                ? new Accepted(new AttributeValue.Range(low.getAsDouble(), high.getAsDouble(), declared.unit()))
                : new Refused("ends below its beginning");
    }

    private static Optional<Refused> twoWays(String text) {
        Matcher matcher = TWO_WAYS.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        boolean comma = matcher.group(1) != null;
        String whole = comma ? matcher.group(1) : matcher.group(3);
        String digits = comma ? matcher.group(2) : matcher.group(4);
        String decimal = digits.replaceFirst("0+$", "");
        return Optional.of(new Refused("can be read in two ways; write %s or %s%s"
                .formatted(decimal.isEmpty() ? whole : whole + "." + padded(decimal), whole, digits)));
    }

    /** Three digits would again be read in two ways. */
    private static String padded(String decimals) {
        return decimals.length() == 3 ? decimals + "0" : decimals;
    }

    private static OptionalDouble toCanonical(
            AttributeDeclaration declared, double number, String unit, boolean unitMayLack) {
        if (!Double.isFinite(number)) {
            return OptionalDouble.empty();
        }
        if (unit.isEmpty()) {
            boolean clear = unitMayLack || declared.unit().isEmpty();
            return clear ? OptionalDouble.of(number) : OptionalDouble.empty();
        }
        return Units.convert(number, unit, declared.unit());
    }

    private static double parse(String digits) {
        return Double.parseDouble(digits.replace(',', '.').replace('−', '-'));
    }

    private static String unit(@org.jspecify.annotations.Nullable String written) {
        return written == null ? "" : written.strip();
    }

    private static Refused wrongKind(AttributeValue value, String wanted) {
        return new Refused("is " + value.kindName() + "; must be " + wanted);
    }

    private static Refused wrongUnit(AttributeDeclaration declared, String unit) {
        if (unit.isEmpty()) {
            return new Refused("has no unit; " + example(declared));
        }
        return new Refused("has the unit \"" + unit + "\", which cannot be converted; " + example(declared));
    }

    private static String example(AttributeDeclaration declared) {
        return declared.unit().isEmpty()
                ? "write a plain number, for instance \"12\""
                : "write it in " + declared.unit() + ", for instance \"12 " + declared.unit() + "\"";
    }

    private static Refused notEnumerated(AttributeDeclaration declared) {
        return new Refused("is none of " + allowed(declared));
    }

    private static String allowed(AttributeDeclaration declared) {
        return String.join(", ", declared.values());
    }
}
