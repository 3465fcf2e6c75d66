package io.zugabe.recommendation.insight.adapter;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.Timestamps;
import io.zugabe.recommendation.baskets.adapter.StorableText;
import io.zugabe.recommendation.feedback.domain.OfferOrigin;
import io.zugabe.recommendation.insight.domain.BoughtLine;
import io.zugabe.recommendation.insight.domain.LineKey;
import io.zugabe.recommendation.insight.domain.MadeOffer;
import io.zugabe.recommendation.insight.domain.OfferKey;
import io.zugabe.recommendation.insight.domain.Person;
import io.zugabe.recommendation.insight.domain.ReturnLine;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.LoggedEvent;
import io.zugabe.segmentation.v1.SubscribeResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Events as what they tell of offers, orders and returns. */
final class OfferEventMapping {

    private static final long MOST_UNITS = 1_000_000;
    private static final long NEVER = MadeOffer.NEVER;

    private final List<MadeOffer> offers = new ArrayList<>();
    private final List<BoughtLine> lines = new ArrayList<>();
    private final List<ReturnLine> returns = new ArrayList<>();
    private int skipped;
    private long latest;

    private OfferEventMapping() {}

    /** A message's runs: each goes up to an erasure, the last up to the message's position. */
    static List<LoggedRun> runs(SubscribeResponse message) {
        List<LoggedRun> runs = new ArrayList<>();
        List<LoggedEvent> events = new ArrayList<>();
        for (LoggedEvent logged : message.getEventsList()) {
            if (logged.getEvent().hasSubjectsErased()) {
                ErasedPeople erased = new ErasedPeople(
                        message.getLogId(),
                        logged.getEvent().getSubjectsErased().getSubjectDigestsList().stream()
                                .map(ByteString::toByteArray)
                                .toList());
                runs.add(new LoggedRun(events, Optional.of(erased), logged.getPosition(), message.getLogId()));
                events = new ArrayList<>();
            } else {
                events.add(logged);
            }
        }
        runs.add(new LoggedRun(events, Optional.empty(), message.getPosition(), message.getLogId()));
        return runs;
    }

    /** What a run tells after a position: what lies before is known already. */
    static Told told(LoggedRun run, long after) {
        OfferEventMapping mapping = new OfferEventMapping();
        for (LoggedEvent logged : run.events()) {
            if (logged.getPosition() > after) {
                mapping.add(logged.getEvent());
            }
        }
        return new Told(mapping.offers, mapping.lines, mapping.returns, mapping.skipped, mapping.latest);
    }

    /**
     * What events tell.
     *
     * @param skipped number of offers and lines that are left out because they cannot be stored
     * @param time of the latest event, in milliseconds since 1970; 0 if there is none
     */
    record Told(List<MadeOffer> offers, List<BoughtLine> lines, List<ReturnLine> returns, int skipped, long time) {

        boolean isEmpty() {
            return offers.isEmpty() && lines.isEmpty() && returns.isEmpty();
        }
    }

    private void add(Event event) {
        if (!Timestamps.isValid(event.getEventTime())
                || !Stream.of(event.getEventId(), event.getCustomerId(), event.getVisitorId())
                        .allMatch(StorableText::is)) {
            skipped++;
            return;
        }
        long time = Timestamps.toMillis(event.getEventTime());
        latest = Math.max(latest, time);
        switch (event.getWhatCase()) {
            case OFFER_SHOWN -> add(event, new Offered(event.getOfferShown()), NEVER, NEVER, NEVER);
            case OFFER_CLICKED -> add(event, new Offered(event.getOfferClicked()), time, NEVER, NEVER);
            case OFFER_ADDED -> add(event, new Offered(event.getOfferAdded()), NEVER, time, NEVER);
            case OFFER_DISMISSED -> add(event, new Offered(event.getOfferDismissed()), NEVER, NEVER, time);
            case PURCHASE ->
                units(
                                event,
                                event.getPurchase().getOrderId(),
                                event.getPurchase().getItemsList())
                        .forEach((product, units) -> lines.add(new BoughtLine(
                                new LineKey(event.getPurchase().getOrderId(), product), person(event), time, units)));
            case REFUND ->
                units(event, event.getRefund().getOrderId(), event.getRefund().getItemsList())
                        .forEach((product, units) -> returns.add(new ReturnLine(
                                event.getEventId(),
                                product,
                                event.getRefund().getOrderId(),
                                person(event).subject(),
                                time,
                                units)));
            default -> {
                // nothing else was subscribed to
            }
        }
    }

    private void add(Event event, Offered told, long clicked, long added, long dismissed) {
        for (int i = 0; i < told.products().size(); i++) {
            OfferOrigin origin = i < told.origins().size() ? told.origins().get(i) : OfferOrigin.UNKNOWN;
            boolean storable = Stream.of(
                            told.decision(),
                            told.placement(),
                            told.products().get(i),
                            origin.anchor(),
                            origin.anchorType(),
                            origin.source(),
                            origin.segment())
                    .allMatch(StorableText::is);
            if (!storable || told.decision().isEmpty()) {
                skipped++;
                continue;
            }
            offers.add(new MadeOffer(
                    new OfferKey(told.decision(), told.products().get(i)),
                    person(event),
                    told.placement(),
                    origin,
                    Timestamps.toMillis(event.getEventTime()),
                    clicked,
                    added,
                    dismissed));
        }
    }

    /** A product may stand on several lines. */
    private Map<String, Long> units(Event event, String order, List<Item> items) {
        Map<String, Long> units = new TreeMap<>();
        for (Item item : items) {
            if (StorableText.is(item.getProductId()) && StorableText.is(order)) {
                units.merge(item.getProductId(), Math.clamp(item.getQuantity(), 1, MOST_UNITS), Long::sum);
            } else {
                skipped++;
            }
        }
        return units;
    }

    private static Person person(Event event) {
        return new Person(event.getCustomerId(), event.getVisitorId());
    }

    /** The same of both messages that tell of offers. */
    private record Offered(String decision, String placement, List<String> products, List<OfferOrigin> origins) {

        Offered(io.zugabe.segmentation.v1.OfferEvent message) {
            this(
                    message.getDecisionId(),
                    message.getPlacement(),
                    message.getProductIdsList(),
                    origins(message.getOriginsList()));
        }

        Offered(io.zugabe.segmentation.v1.OfferDismissed message) {
            this(
                    message.getDecisionId(),
                    message.getPlacement(),
                    message.getProductIdsList(),
                    origins(message.getOriginsList()));
        }

        private static List<OfferOrigin> origins(List<io.zugabe.segmentation.v1.OfferOrigin> messages) {
            return messages.stream()
                    .map(message -> new OfferOrigin(
                            message.getAnchorProductId(),
                            message.getAnchorType(),
                            message.getSource(),
                            message.getSegment(),
                            Math.clamp(message.getExpectedAcceptance(), 0, 1)))
                    .toList();
        }
    }
}
