package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.zugabe.common.v1.AttributeValue;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.common.v1.Quantity;
import io.zugabe.common.v1.QuantityRange;
import io.zugabe.common.v1.TextList;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of a record. Every failure names the field and what would be right. */
final class Fields {

    private static final Pattern AMOUNT = Pattern.compile("(-?\\d{1,15}(?:\\.\\d{1,9})?) ([A-Z]{3})");
    /** A point before three digits: 1.299 could be meant as nearly thirteen hundred. */
    private static final Pattern TWO_WAYS = Pattern.compile("-?[1-9]\\d{0,2}\\.\\d{3}");

    private static final Pattern SPAN = Pattern.compile("(\\d{1,12})([smhd])");
    private static final Pattern PLAIN_AMOUNT = Pattern.compile("-?[\\d.,' ]*\\d");

    /** What protobuf's durations can hold: 10,000 years. */
    private static final long LONGEST_SPAN = 315_576_000_000L;

    private static final int NANO_DIGITS = 9;

    private Fields() {}

    static String text(JsonNode record, String field) {
        JsonNode value = record.path(field);
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }

    static String required(JsonNode record, String field) {
        String value = text(record, field);
        if (value.isEmpty()) {
            throw new RejectedRecord(field, "is required");
        }
        return value;
    }

    static long whole(JsonNode record, String field, long whenAbsent) {
        String value = text(record, field);
        if (value.isEmpty()) {
            return whenAbsent;
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw RejectedRecord.value(field, value, "must be a whole number of at most 19 digits");
        }
    }

    static double number(JsonNode record, String field, double whenAbsent) {
        String value = text(record, field);
        if (value.isEmpty()) {
            return whenAbsent;
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw RejectedRecord.value(field, value, "must be a number");
        }
    }

    static Optional<Boolean> truth(JsonNode record, String field) {
        String value = text(record, field);
        return switch (value) {
            case "" -> Optional.empty();
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw new RejectedRecord(field, "\"" + value + "\" must be true or false");
        };
    }

    /** An amount like {@code "12.99 EUR"}, of a kind of records that a mapping file can be given for. */
    static Optional<Money> amount(JsonNode record, String field) {
        return amount(record, field, hint(text(record, field)));
    }

    /** An amount like {@code "12.99 EUR"}, of a kind of records that no mapping is for. */
    static Optional<Money> plainAmount(JsonNode record, String field) {
        return amount(record, field, "");
    }

    private static Optional<Money> amount(JsonNode record, String field, String hint) {
        String value = text(record, field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = AMOUNT.matcher(value);
        if (!matcher.matches()) {
            throw RejectedRecord.value(field, value, "must be an amount like \"12.99 EUR\"" + hint);
        }
        if (TWO_WAYS.matcher(matcher.group(1)).matches()) {
            String digits = matcher.group(1);
            throw RejectedRecord.value(
                    field, value, "can be read in two ways; write " + digits.replace(".", "") + " or " + digits + "0");
        }
        return Optional.of(money(new BigDecimal(matcher.group(1)), matcher.group(2)));
    }

    /** What a mapping file can do about an amount. */
    private static String hint(String value) {
        String decimals = value.indexOf(',') < 0 ? "" : "decimal: \",\" beside the column where commas are decimal";
        String currency = PLAIN_AMOUNT.matcher(value).matches() ? "currency: EUR where amounts name none" : "";
        String both = decimals.isEmpty() || currency.isEmpty() ? "" : ", and ";
        return decimals.isEmpty() && currency.isEmpty() ? "" : "; a mapping file can say " + decimals + both + currency;
    }

    static Money money(BigDecimal amount, String currency) {
        BigDecimal fraction = amount.remainder(BigDecimal.ONE);
        return Money.newBuilder()
                .setCurrencyCode(currency)
                .setUnits(amount.longValue())
                .setNanos(fraction.movePointRight(NANO_DIGITS).intValueExact())
                .build();
    }

    /** A time like {@code "2026-03-01T10:15:00Z"}. */
    static Timestamp time(JsonNode record, String field) {
        String value = required(record, field);
        try {
            return timestamp(Instant.parse(value));
        } catch (DateTimeParseException e) {
            throw new RejectedRecord(field, "\"" + value + "\" must be a UTC time like \"2026-03-01T10:15:00Z\"");
        }
    }

    static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    /** A span like {@code "12m"} or {@code "7d"}. */
    static Optional<Duration> span(JsonNode record, String field) {
        String value = text(record, field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = SPAN.matcher(value);
        if (!matcher.matches()) {
            throw new RejectedRecord(
                    field, "\"" + value + "\" must be a span like \"90s\", \"12m\", \"24h\" or \"7d\"");
        }
        long count = Long.parseLong(matcher.group(1));
        long seconds = switch (matcher.group(2)) {
            case "s" -> count;
            case "m" -> count * 60;
            case "h" -> count * 3_600;
            default -> count * 86_400;
        };
        if (seconds > LONGEST_SPAN) {
            throw RejectedRecord.value(field, value, "must be a span of at most 10,000 years");
        }
        return Optional.of(Duration.newBuilder().setSeconds(seconds).build());
    }

    /** A text by language, or a plain text, which is taken for English. */
    static LocalizedText localized(JsonNode record, String field) {
        JsonNode value = record.path(field);
        LocalizedText.Builder texts = LocalizedText.newBuilder();
        if (value.isTextual()) {
            texts.putTexts("en", value.asText());
        }
        value.properties()
                .forEach(
                        entry -> texts.putTexts(entry.getKey(), entry.getValue().asText()));
        return texts.build();
    }

    /** A list of texts, or one text with parts separated as given. */
    static List<String> texts(JsonNode record, String field, String separator) {
        JsonNode value = record.path(field);
        List<String> texts = new ArrayList<>();
        if (value.isTextual() && !value.asText().isEmpty()) {
            texts.addAll(List.of(value.asText().split(Pattern.quote(separator), -1)));
        }
        value.elements().forEachRemaining(element -> texts.add(element.asText()));
        return texts;
    }

    /** An attribute as JSON gives it; the catalog reads texts like {@code "45 W"} by the declared kind. */
    static AttributeValue attribute(String field, JsonNode value) {
        AttributeValue.Builder attribute = AttributeValue.newBuilder();
        if (value.isTextual()) {
            return attribute.setText(value.asText()).build();
        }
        if (value.isBoolean()) {
            return attribute.setTruth(value.asBoolean()).build();
        }
        if (value.isNumber()) {
            return attribute
                    .setNumber(Quantity.newBuilder().setValue(value.asDouble()))
                    .build();
        }
        if (value.isArray()) {
            TextList.Builder list = TextList.newBuilder();
            value.elements().forEachRemaining(element -> list.addValues(element.asText()));
            return attribute.setList(list).build();
        }
        if (value.has("value")) {
            return attribute
                    .setNumber(Quantity.newBuilder()
                            .setValue(number(value, "value", 0))
                            .setUnit(text(value, "unit")))
                    .build();
        }
        if (value.has("min") && value.has("max")) {
            return attribute
                    .setRange(QuantityRange.newBuilder()
                            .setMin(number(value, "min", 0))
                            .setMax(number(value, "max", 0))
                            .setUnit(text(value, "unit")))
                    .build();
        }
        throw new RejectedRecord(
                field,
                "must be a text, a number, true, false, a list, {value, unit} or {min, max, unit}, not "
                        + value.getNodeType().toString().toLowerCase(Locale.ROOT));
    }
}
