package io.zugabe.segmentation.prediction.endpoint;

import com.google.protobuf.Timestamp;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.segmentation.replenishment.domain.DuePlace;
import io.zugabe.segmentation.replenishment.domain.DueWindow;
import io.zugabe.segmentation.v1.ListDueReplenishmentsRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which of those who are due a caller wants, and from where on.
 *
 * @param limit at most so many
 */
record DuePages(DueWindow window, DuePlace after, int limit, PageTokens tokens) {

    private static final Duration WIDEST = Duration.ofDays(366);
    private static final int USUAL_LIMIT = 100_000;
    private static final int LARGEST_LIMIT = 1_000_000;

    /** Reads a request, or refuses it with all that is wrong. */
    static DuePages read(ListDueReplenishmentsRequest request) {
        Violations violations = Violations.ofRequest();
        violations.check(request.hasFromTime(), "from_time", "", "is required");
        violations.check(request.hasUntilTime(), "until_time", "", "is required");
        checkTime(violations, "from_time", request.getFromTime());
        checkTime(violations, "until_time", request.getUntilTime());
        violations.check(
                request.getLeastConfidence() >= 0 && request.getLeastConfidence() <= 1,
                "least_confidence",
                request.getLeastConfidence(),
                "must be 0 to 1");
        violations.checkRange("limit", request.getLimit(), 0, LARGEST_LIMIT);
        violations.throwIfAny();
        Instant from = instant(request.getFromTime());
        Instant until = instant(request.getUntilTime());
        violations.check(
                until.isAfter(from) && !until.isAfter(from.plus(WIDEST)),
                "until_time",
                until,
                "must be after from_time, and at most 366 days after it");
        PageTokens tokens = new PageTokens(
                List.of("due", from.toString(), until.toString(), String.valueOf(request.getLeastConfidence())));
        PageRequest page = tokens.read(0, request.getPageToken(), violations);
        violations.throwIfAny();
        return new DuePages(
                new DueWindow(from, until, request.getLeastConfidence()),
                page.after().isEmpty() ? DuePlace.before(from) : place(page.after()),
                request.getLimit() == 0 ? USUAL_LIMIT : request.getLimit(),
                tokens);
    }

    String token(DuePlace place) {
        return tokens.write(place.due() + " " + place.customer() + " " + place.product());
    }

    /** Customers' ids have no spaces; products' may. Tokens that are not ours do not come here. */
    private static DuePlace place(String text) {
        String[] parts = text.split(" ", 3);
        return new DuePlace(Instant.parse(parts[0]), parts[1], parts[2]);
    }

    private static void checkTime(Violations violations, String field, Timestamp time) {
        // the years that a timestamp of the API may be of: 1 to 9999
        violations.checkRange(field + ".seconds", time.getSeconds(), -62_135_596_800L, 253_402_300_799L);
        violations.checkRange(field + ".nanos", time.getNanos(), 0, 999_999_999);
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
