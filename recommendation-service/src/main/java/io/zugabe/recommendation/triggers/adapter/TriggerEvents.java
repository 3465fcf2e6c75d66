package io.zugabe.recommendation.triggers.adapter;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.zugabe.recommendation.baskets.adapter.StorableText;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import io.zugabe.recommendation.triggers.TriggerRun;
import io.zugabe.recommendation.triggers.domain.Happening;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.LoggedEvent;
import io.zugabe.segmentation.v1.SubscribeResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Events as what starts and stops timers; those that the database could not hold are left out. */
final class TriggerEvents {

    private static final long MOST_UNITS = 1_000_000;

    private TriggerEvents() {}

    /** What happened in a message; a run of its own up to every erasure. */
    static List<TriggerRun> runs(SubscribeResponse message) {
        List<TriggerRun> runs = new ArrayList<>();
        List<TriggerRun.Logged> happenings = new ArrayList<>();
        for (LoggedEvent logged : message.getEventsList()) {
            if (logged.getEvent().hasSubjectsErased()) {
                ErasedPeople erased = erased(message.getLogId(), logged.getEvent());
                runs.add(new TriggerRun(happenings, Optional.of(erased), logged.getPosition(), message.getLogId()));
                happenings = new ArrayList<>();
            } else {
                List<TriggerRun.Logged> present = happenings;
                happening(logged.getEvent())
                        .ifPresent(each -> present.add(new TriggerRun.Logged(logged.getPosition(), each)));
            }
        }
        runs.add(new TriggerRun(happenings, Optional.empty(), message.getPosition(), message.getLogId()));
        return runs;
    }

    private static ErasedPeople erased(String log, Event event) {
        return new ErasedPeople(
                log,
                event.getSubjectsErased().getSubjectDigestsList().stream()
                        .map(ByteString::toByteArray)
                        .toList());
    }

    private static Optional<Happening> happening(Event event) {
        String subject = event.getCustomerId().isEmpty() ? "v:" + event.getVisitorId() : "c:" + event.getCustomerId();
        if (!StorableText.is(subject) || !Timestamps.isValid(event.getEventTime())) {
            return Optional.empty();
        }
        Instant time = instant(event.getEventTime());
        return switch (event.getWhatCase()) {
            case ADD_TO_CART ->
                Optional.of(new Happening.Added(
                        subject, time, units(event.getAddToCart().getItemsList())));
            case REMOVE_FROM_CART ->
                Optional.of(new Happening.Removed(
                        subject, time, units(event.getRemoveFromCart().getItemsList())));
            case PURCHASE ->
                StorableText.is(event.getPurchase().getOrderId())
                        ? Optional.of(new Happening.Bought(
                                subject,
                                time,
                                event.getPurchase().getOrderId(),
                                units(event.getPurchase().getItemsList())))
                        : Optional.empty();
            case REFUND ->
                Optional.of(new Happening.Returned(
                        subject, time, units(event.getRefund().getItemsList())));
            case CONSENT_CHANGED ->
                event.getConsentChanged().getGranted()
                        ? Optional.empty()
                        : Optional.of(new Happening.Withdrawn(
                                subject, time, event.getConsentChanged().getPurpose()));
            case IDENTITY_LINKED -> joined(subject, time, "v:" + event.getVisitorId());
            case CUSTOMERS_MERGED ->
                joined(subject, time, "c:" + event.getCustomersMerged().getMergedCustomerId());
            default -> Optional.empty(); // everything else starts and stops nothing
        };
    }

    private static Optional<Happening> joined(String subject, Instant time, String other) {
        return StorableText.is(other) && !other.equals(subject)
                ? Optional.of(new Happening.Joined(subject, time, other))
                : Optional.empty();
    }

    /** A product may stand on several lines. */
    private static Map<String, Long> units(List<Item> items) {
        Map<String, Long> units = new TreeMap<>();
        for (Item item : items) {
            if (StorableText.is(item.getProductId())) {
                units.merge(item.getProductId(), Math.clamp(item.getQuantity(), 1, MOST_UNITS), Long::sum);
            }
        }
        return units;
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
