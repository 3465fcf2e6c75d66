package io.zugabe.segmentation.profile;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.domain.Appended;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.LogStatus;
import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.log.domain.NewEvent;
import io.zugabe.segmentation.profile.domain.CustomerEvent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

/** A log of ready-made events, read in runs of a few. */
final class InMemoryLog implements EventLog, EventDecoder {

    private final List<CustomerEvent> events;
    private final int run;
    private final UUID id = UUID.randomUUID();

    InMemoryLog(List<CustomerEvent> events, int run) {
        this.events = events;
        this.run = run;
    }

    /** What a log holds that was sent events, some of them more than once: the first of each id, in the order of arrival. */
    static InMemoryLog received(List<CustomerEvent> sent, int run) {
        Map<String, CustomerEvent> byId = new LinkedHashMap<>();
        sent.forEach(event -> byId.putIfAbsent(event.stamp().eventId(), event));
        return new InMemoryLog(List.copyOf(byId.values()), run);
    }

    @Override
    public Uni<Appended> append(List<NewEvent> appended) {
        throw new UnsupportedOperationException("this log is only read");
    }

    @Override
    public Uni<LogPage> read(long after, long upTo, Set<EventKind> kinds, Most most) {
        long until = Math.min(upTo, after + run);
        return Uni.createFrom()
                .item(new LogPage(
                        LongStream.rangeClosed(after + 1, until)
                                .mapToObj(position -> new LoggedEvent(position, Instant.EPOCH, ByteBuffer.allocate(0)))
                                .toList(),
                        until));
    }

    @Override
    public Uni<LogStatus> status() {
        return Uni.createFrom().item(new LogStatus(id, events.size(), events.size()));
    }

    @Override
    public CustomerEvent decode(LoggedEvent logged) {
        return events.get((int) logged.position() - 1);
    }
}
