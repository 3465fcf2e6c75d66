package io.zugabe.segmentation.orders.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.type.Money;
import io.zugabe.segmentation.identity.Persons;
import io.zugabe.segmentation.identity.domain.Membership;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.orders.OrderLog;
import io.zugabe.segmentation.orders.domain.CustomerSample;
import io.zugabe.segmentation.orders.domain.OrderEvent;
import io.zugabe.segmentation.orders.domain.OrderEvent.Line;
import io.zugabe.segmentation.profile.adapter.ReturnCauses;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.Refund;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Orders and returns out of the log, a page at a time. */
@ApplicationScoped
class LogOrders implements OrderLog {

    private static final Set<EventKind> KINDS = Set.of(EventKind.PURCHASE, EventKind.REFUND);
    private static final EventLog.Most PAGE = new EventLog.Most(4_000, 8 << 20);
    private static final Duration LONGEST_READ = Duration.ofSeconds(60);
    private static final double NANOS = 1e-9;

    private final EventLog log;
    private final Persons persons;

    LogOrders(EventLog log, Persons persons) {
        this.log = log;
        this.persons = persons;
    }

    @Override
    public History read(CustomerSample.Limits limits, DoubleConsumer progress) {
        CustomerSample sample = new CustomerSample(limits);
        UnaryOperator<String> texts = sample.texts();
        long end = log.status().await().atMost(LONGEST_READ).endPosition();
        long position = 0;
        Instant last = Instant.EPOCH;
        while (position < end) {
            progress.accept((double) position / end);
            LogPage page = log.read(position, end, KINDS, PAGE).await().atMost(LONGEST_READ);
            List<Event> events = page.events().stream().map(LogOrders::parse).toList();
            Map<Subject, Membership> memberships = memberships(events);
            for (Event event : events) {
                Optional<String> person = person(subject(event), memberships);
                if (person.isPresent()) {
                    OrderEvent order = order(event, texts);
                    last = order instanceof OrderEvent.Ordered && order.time().isAfter(last) ? order.time() : last;
                    sample.add(person.get(), order);
                }
            }
            position = page.position();
        }
        return new History(sample, position, last);
    }

    private Map<Subject, Membership> memberships(List<Event> events) {
        return persons.of(events.stream().map(LogOrders::subject).collect(Collectors.toSet()))
                .await()
                .atMost(LONGEST_READ);
    }

    private static Subject subject(Event event) {
        return event.getCustomerId().isEmpty()
                ? Subject.visitor(event.getVisitorId())
                : Subject.customer(event.getCustomerId());
    }

    /** The customer for whom it counts; empty for a visitor who is nobody's, and beyond the members that count. */
    private static Optional<String> person(Subject subject, Map<Subject, Membership> memberships) {
        Membership membership = memberships.get(subject);
        if (membership == null) {
            return subject.visitor() ? Optional.empty() : Optional.of(subject.id());
        }
        return membership.counted() ? Optional.of(membership.canonical().id()) : Optional.empty();
    }

    private static Event parse(LoggedEvent logged) {
        try {
            return Event.parseFrom(logged.payload().duplicate());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The log holds no event at position " + logged.position(), e);
        }
    }

    private static OrderEvent order(Event event, UnaryOperator<String> texts) {
        Instant time = Instant.ofEpochSecond(
                event.getEventTime().getSeconds(), event.getEventTime().getNanos());
        if (event.hasPurchase()) {
            return new OrderEvent.Ordered(
                    time,
                    event.getPurchase().getOrderId(),
                    lines(event.getPurchase().getItemsList(), texts));
        }
        Refund refund = event.getRefund();
        return new OrderEvent.Returned(
                time, refund.getOrderId(), ReturnCauses.of(refund.getReason()), lines(refund.getItemsList(), texts));
    }

    private static List<Line> lines(List<Item> items, UnaryOperator<String> texts) {
        return items.stream()
                .map(item -> new Line(
                        texts.apply(item.getProductId()),
                        texts.apply(item.getCategory()),
                        Math.max(1, item.getQuantity()),
                        amount(item.getPrice()) - amount(item.getDiscount()),
                        item.hasCost() ? amount(item.getCost()) : Double.NaN))
                .toList();
    }

    private static double amount(Money money) {
        return money.getUnits() + money.getNanos() * NANOS;
    }
}
