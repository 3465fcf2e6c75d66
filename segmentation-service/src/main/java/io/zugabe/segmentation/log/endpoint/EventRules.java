package io.zugabe.segmentation.log.endpoint;

import com.google.protobuf.Timestamp;
import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.log.KnownProducts;
import io.zugabe.segmentation.v1.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What makes an event valid; each rule stands beside its field in {@code event.proto}. */
@ApplicationScoped
public class EventRules {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final int NANOS_PER_SECOND = 1_000_000_000;
    /** In bytes. */
    static final int LARGEST_EVENT = 1 << 20;

    private static final int LONGEST_CHANNEL = 40;

    private final Clock clock;
    private final HappeningRules happenings;

    public EventRules(
            Clock clock,
            KnownProducts products,
            @ConfigProperty(name = "zugabe.shop.currency") String currency,
            @ConfigProperty(name = "zugabe.shop.further-consent-purposes") Optional<List<String>> further) {
        this.clock = clock;
        this.happenings =
                new HappeningRules(new MoneyRules(currency), products, new Purposes(further.orElse(List.of())));
    }

    /** Notes everything that is wrong with an event; fields are named from the event on. */
    void check(Violations violations, Event event) {
        FieldRules.checkIdentifier(violations, "event_id", event.getEventId());
        if (!violations.check(
                event.getSerializedSize() <= LARGEST_EVENT,
                "what",
                event.getSerializedSize() + " bytes",
                "are too many for one event; must be at most 1,048,576")) {
            return;
        }
        checkTime(violations, event);
        checkSubject(violations, event);
        FieldRules.checkOptionalIdentifier(violations, "session_id", event.getSessionId());
        FieldRules.checkLabel(violations, "channel", event.getChannel(), 0, LONGEST_CHANNEL);
        happenings.check(violations, event);
    }

    private void checkTime(Violations violations, Event event) {
        if (!event.hasEventTime()) {
            violations.add("event_time", "is required");
            return;
        }
        Timestamp time = event.getEventTime();
        Instant latest = clock.instant().plus(CLOCK_SKEW);
        boolean wellFormed = violations.check(
                time.getNanos() >= 0 && time.getNanos() < NANOS_PER_SECOND,
                "event_time.nanos",
                time.getNanos(),
                "must be 0 to 999,999,999");
        if (wellFormed) {
            boolean holds = time.getSeconds() >= EARLIEST.getEpochSecond()
                    && time.getSeconds() <= latest.getEpochSecond()
                    && !Instant.ofEpochSecond(time.getSeconds(), time.getNanos())
                            .isAfter(latest);
            violations.check(
                    holds,
                    "event_time",
                    shown(time),
                    "must be in the year 2000 or later and at most 5 minutes in the future; it is "
                            + clock.instant().truncatedTo(ChronoUnit.SECONDS) + " now");
        }
    }

    /** Seconds beyond what an instant can be are told as they are. */
    private static String shown(Timestamp time) {
        boolean instant =
                time.getSeconds() >= Instant.MIN.getEpochSecond() && time.getSeconds() <= Instant.MAX.getEpochSecond();
        return instant
                ? Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toString()
                : time.getSeconds() + " seconds since 1970";
    }

    private static void checkSubject(Violations violations, Event event) {
        if (event.getCustomerId().isEmpty() && event.getVisitorId().isEmpty()) {
            violations.add("customer_id", "is required where visitor_id is not set");
        }
        if (!event.getCustomerId().isEmpty()) {
            FieldRules.checkCustomer(violations, "customer_id", event.getCustomerId());
        }
        FieldRules.checkOptionalIdentifier(violations, "visitor_id", event.getVisitorId());
    }
}
