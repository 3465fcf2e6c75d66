package io.zugabe.quickstart.imports;

import io.grpc.Channel;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.EventServiceGrpc;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import io.zugabe.segmentation.v1.PublishEventsResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Events over one publishing stream. */
final class EventUpload implements Upload<Event> {

    private static final int BATCH = 1_000;
    private static final int BATCH_BYTES = 2 * 1024 * 1024;

    private final ImportReport report;
    private final LongConsumer acknowledgedLine;
    private final BatchStream<List<Long>, PublishEventsRequest, PublishEventsResponse> stream;
    private final List<Long> lines = new ArrayList<>();
    private PublishEventsRequest.Builder batch = PublishEventsRequest.newBuilder();
    private long batchNumber;
    private int batchBytes;

    /**
     * @param acknowledgedLine told, in order, the last line of everything that is stored
     */
    EventUpload(Channel channel, ImportReport report, LongConsumer acknowledgedLine) {
        this.report = report;
        this.acknowledgedLine = acknowledgedLine;
        this.stream =
                new BatchStream<>(EventServiceGrpc.newStub(channel)::publishEvents, this::note, Retry.of(channel));
    }

    @Override
    public void add(long line, Event event) throws InterruptedException {
        int size = event.getSerializedSize();
        if (!lines.isEmpty() && (lines.size() == BATCH || batchBytes + size > BATCH_BYTES)) {
            send();
        }
        lines.add(line);
        batch.addEvents(event);
        batchBytes += size;
    }

    @Override
    public void close() throws InterruptedException {
        if (!lines.isEmpty()) {
            send();
        }
        stream.close();
    }

    private void send() throws InterruptedException {
        batchNumber++;
        stream.send(List.copyOf(lines), batch.setBatchNumber(batchNumber).build());
        lines.clear();
        batch = PublishEventsRequest.newBuilder();
        batchBytes = 0;
    }

    private void note(List<Long> sentLines, PublishEventsResponse response) {
        report.accepted(response.getAppended());
        report.duplicates(response.getDuplicates());
        response.getRefusedList()
                .forEach(refused -> report.rejected(
                        sentLines.get(refused.getIndex()), refused.getEventId(), Fault.of(refused.getStatus())));
        acknowledgedLine.accept(sentLines.getLast());
    }
}
