package io.zugabe.quickstart.imports;

import io.grpc.stub.StreamObserver;
import io.zugabe.quickstart.imports.mapping.Nesting;
import io.zugabe.quickstart.imports.source.InputRecord;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.EventServiceGrpc;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import io.zugabe.segmentation.v1.PublishEventsResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events from a source that always yields them in the same order, going on where an earlier
 * run was interrupted. Whether the log really has what that run sent is asked of the log itself, so a
 * checkpoint from another, emptied Zugabe does no harm.
 */
final class EventsImport {

    /**
     * An event and where it came from.
     *
     * @param line grows along the source
     */
    record Sourced(long line, Event event) {}

    private static final int ANSWER_SECONDS = 30;

    private final Connection connection;
    private final Checkpoint checkpoint;
    private final ImportReport report;

    EventsImport(Connection connection, Checkpoint checkpoint, ImportReport report) {
        this.connection = connection;
        this.checkpoint = checkpoint;
        this.report = report;
    }

    /**
     * Publishes all events.
     *
     * @param progress told after each event that was handed over or found to be there already
     */
    void publish(Iterable<Sourced> events, Runnable progress) throws InterruptedException, java.io.IOException {
        long resumeAfter = resumeLine(events);
        try (EventUpload upload = new EventUpload(connection.segmentation(), report, checkpoint::reached)) {
            for (Sourced sourced : events) {
                if (sourced.line() <= resumeAfter) {
                    report.duplicates(1);
                } else {
                    upload.add(sourced.line(), sourced.event());
                }
                progress.run();
            }
        }
        checkpoint.delete();
    }

    private long resumeLine(Iterable<Sourced> events) throws InterruptedException {
        long line = checkpoint.read().line();
        if (line == 0) {
            return 0;
        }
        Event last = last(events, line);
        return last != null && isLogged(last) ? line : 0;
    }

    private static @Nullable Event last(Iterable<Sourced> events, long line) {
        Event last = null;
        for (Sourced sourced : events) {
            if (sourced.line() > line) {
                break;
            }
            last = sourced.event();
        }
        return last;
    }

    private boolean isLogged(Event event) throws InterruptedException {
        CompletableFuture<PublishEventsResponse> answer = new CompletableFuture<>();
        StreamObserver<PublishEventsRequest> requests = EventServiceGrpc.newStub(connection.segmentation())
                .publishEvents(new StreamObserver<>() {
                    @Override
                    public void onNext(PublishEventsResponse response) {
                        answer.complete(response);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        answer.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {
                        answer.completeExceptionally(new NoSuchElementException("no acknowledgement"));
                    }
                });
        requests.onNext(PublishEventsRequest.newBuilder()
                .setBatchNumber(1)
                .addEvents(event)
                .build());
        requests.onCompleted();
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS).getDuplicates() == 1;
        } catch (ExecutionException | TimeoutException e) {
            throw new RejectedRecord("service", "does not answer: is Zugabe up on these ports (./zugabe status)?");
        }
    }

    /** Events of a file; consecutive CSV rows with one id are the items of one event. */
    static Iterable<Sourced> merged(Iterable<InputRecord> records, boolean mergeRows, ImportReport report) {
        // resuming walks the source twice; what is wrong with it is said once
        long[] reported = {0};
        return () -> new Iterator<>() {
            private final Iterator<InputRecord> source = records.iterator();
            private final List<Sourced> ready = new ArrayList<>();

            @Override
            public boolean hasNext() {
                while (source.hasNext() && (ready.isEmpty() || (mergeRows && ready.size() < 2))) {
                    read(source.next());
                }
                return !ready.isEmpty();
            }

            @Override
            public Sourced next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return ready.removeFirst();
            }

            private void read(InputRecord record) {
                try {
                    Event event = EventRecords.event(mergeRows ? Nesting.nest(record.require()) : record.require());
                    if (mergeRows
                            && !ready.isEmpty()
                            && RowMerge.sameEvent(ready.getLast().event(), event)) {
                        ready.set(
                                ready.size() - 1,
                                new Sourced(
                                        record.line(),
                                        RowMerge.merge(ready.getLast().event(), event)));
                    } else {
                        ready.add(new Sourced(record.line(), event));
                    }
                } catch (RejectedRecord e) {
                    if (record.line() > reported[0]) {
                        reported[0] = record.line();
                        report.rejected(record.line(), "", List.of(Fault.of(e)));
                    }
                }
            }
        };
    }
}
