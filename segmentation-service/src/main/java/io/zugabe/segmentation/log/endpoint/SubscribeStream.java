package io.zugabe.segmentation.log.endpoint;

import io.grpc.stub.ServerCallStreamObserver;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.LogTail;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.LogStatus;
import io.zugabe.segmentation.v1.SubscribeRequest;
import io.zugabe.segmentation.v1.SubscribeResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * One call of Subscribe. Reads a page when the caller is ready for it, and waits for the log to grow
 * when it has caught up. One read or wait is under way at a time.
 */
final class SubscribeStream implements OpenStreams.Stream {

    /** Half of what gRPC clients accept by default, because one event may come on top. */
    private static final EventLog.Most PAGE = new EventLog.Most(1_000, 2 << 20);

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final ServerCallStreamObserver<SubscribeResponse> answers;
    private final EventLog log;
    private final LogTail tail;
    private final FailureTranslator failures;
    private final OpenStreams streams;
    private final SubscriberLags lags;
    private final String name;
    private final LongSupplier lag = this::lag;
    private final Set<EventKind> kinds;
    /** The log that the caller's position belongs to; empty if the caller does not say. */
    private final String expectedLog;

    /** Known as soon as the position is checked. */
    private String logId = "";

    private long position;
    private long told = -1;
    /** Until the position is checked. */
    private boolean busy = true;

    private boolean closed;

    SubscribeStream(
            ServerCallStreamObserver<SubscribeResponse> answers,
            EventLog log,
            LogTail tail,
            FailureTranslator failures,
            OpenStreams streams,
            SubscriberLags lags,
            Set<EventKind> kinds,
            SubscribeRequest request) {
        this.answers = answers;
        this.log = log;
        this.tail = tail;
        this.failures = failures;
        this.streams = streams;
        this.lags = lags;
        this.name = request.getSubscriberName();
        this.kinds = kinds;
        this.expectedLog = request.getLogId();
        this.position = request.getPosition();
    }

    void start() {
        answers.setOnReadyHandler(this::goOn);
        answers.setOnCancelHandler(this::forget);
        streams.add(this);
        lags.add(name, lag);
        log.status().subscribe().with(this::begin, this::fail);
    }

    private void begin(LogStatus status) {
        String id = status.logId().toString();
        if (!expectedLog.isEmpty() && !expectedLog.equals(id)) {
            fail(ZugabeException.of(
                    SegmentationReason.LOG_REPLACED,
                    "log_id names another log than this one, " + id + ": the log was replaced; forget what was read"
                            + " from the other and start at position 0, without log_id or with this one",
                    Map.of("log_id", id)));
            return;
        }
        if (position > status.endPosition()) {
            fail(ZugabeException.of(
                    SegmentationReason.POSITION_BEYOND_END,
                    "position " + position + " lies beyond the end of the log, " + status.endPosition()
                            + ": it was read from another log; start again from 0",
                    Map.of("end_position", String.valueOf(status.endPosition()))));
            return;
        }
        tail.advanceTo(status.endPosition());
        synchronized (this) {
            logId = id;
            busy = false;
        }
        goOn();
    }

    private void goOn() {
        boolean behind;
        synchronized (this) {
            if (closed || busy || !answers.isReady()) {
                return;
            }
            busy = true;
            behind = position < tail.end();
            if (!behind && told != position) {
                tell(SubscribeResponse.newBuilder());
            }
        }
        if (behind) {
            log.read(position, tail.end(), kinds, PAGE).subscribe().with(this::send, this::fail);
        } else {
            tail.awaitBeyond(position, HEARTBEAT).subscribe().with(this::wakeUp, this::fail);
        }
    }

    private void send(LogPage page) {
        synchronized (this) {
            busy = false;
            position = page.position();
            if (closed) {
                return;
            }
            if (!page.events().isEmpty()) {
                SubscribeResponse.Builder response = SubscribeResponse.newBuilder();
                page.events().forEach(event -> response.addEvents(LoggedEvents.message(event)));
                tell(response);
            }
        }
        goOn();
    }

    private void wakeUp(long end) {
        synchronized (this) {
            busy = false;
            if (!closed && end <= position) {
                told = -1;
            }
        }
        goOn();
    }

    private void tell(SubscribeResponse.Builder response) {
        told = position;
        answers.onNext(response.setLogId(logId)
                .setPosition(position)
                .setEndPosition(Math.max(tail.end(), position))
                .build());
    }

    private synchronized void fail(Throwable failure) {
        if (!closed) {
            answers.onError(failures.translate(failure));
            forget();
        }
    }

    private synchronized long lag() {
        return Math.max(0, tail.end() - position);
    }

    @Override
    public void end(ZugabeException why) {
        fail(why);
    }

    private synchronized void forget() {
        closed = true;
        streams.remove(this);
        lags.remove(lag);
    }
}
