package io.zugabe.kit.error;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An expected failure. Carries what the caller needs to act, and no stack trace. */
public final class ZugabeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final transient Map<String, String> metadata;
    private final transient List<FieldViolation> violations;
    private final transient @Nullable Duration retryAfter;

    private ZugabeException(
            Reason reason,
            String message,
            Map<String, String> metadata,
            List<FieldViolation> violations,
            @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.reason = reason;
        this.metadata = Map.copyOf(metadata);
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    /**
     * A failure with a reason.
     *
     * @param message what was wrong with what value, and what would be right
     * @param metadata machine-readable details, for instance {@code product_id}
     */
    public static ZugabeException of(Reason reason, String message, Map<String, String> metadata) {
        return new ZugabeException(reason, message, metadata, List.of(), null);
    }

    /** A request with invalid fields. */
    public static ZugabeException invalid(List<FieldViolation> violations) {
        FieldViolation first = violations.getFirst();
        String more = violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more)";
        return new ZugabeException(
                KitReason.INVALID_REQUEST,
                first.field() + ": " + first.description() + more,
                Map.of("field", first.field()),
                violations,
                null);
    }

    /** A failure that passes; the caller may try again after the given time. */
    public static ZugabeException retryable(Reason reason, String message, Duration retryAfter) {
        return new ZugabeException(reason, message, Map.of(), List.of(), retryAfter);
    }

    public Reason reason() {
        return reason;
    }

    public Map<String, String> metadata() {
        return metadata;
    }

    public List<FieldViolation> violations() {
        return violations;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The message; never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
