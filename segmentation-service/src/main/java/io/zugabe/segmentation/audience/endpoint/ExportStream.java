package io.zugabe.segmentation.audience.endpoint;

import io.grpc.stub.ServerCallStreamObserver;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.segmentation.audience.Export;
import io.zugabe.segmentation.audience.Export.Part;
import io.zugabe.segmentation.audience.Progress;
import io.zugabe.segmentation.v1.ExportTargetGroupResponse;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One call of ExportTargetGroup. Says how far the counting is, then reads a part whenever the caller is
 * ready for it: one at a time, so a slow caller costs no memory.
 */
final class ExportStream {

    private static final Logger LOG = Logger.getLogger(ExportStream.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final ServerCallStreamObserver<ExportTargetGroupResponse> answers;
    private final FailureTranslator failures;
    private final PageTokens tokens;
    private final Progress progress;
    private @Nullable Export export;
    private @Nullable Cancellable counting;
    private boolean busy = true;
    private boolean closed;

    ExportStream(
            ServerCallStreamObserver<ExportTargetGroupResponse> answers,
            FailureTranslator failures,
            PageTokens tokens,
            Progress progress) {
        this.answers = answers;
        this.failures = failures;
        this.tokens = tokens;
        this.progress = progress;
    }

    void start(Uni<Export> beginning) {
        answers.setOnReadyHandler(this::goOn);
        answers.setOnCancelHandler(this::cancel);
        Cancellable begun = Reporting.of(beginning.map(Step::begun), () -> new Step(null))
                .subscribe()
                .with(this::take, this::fail);
        synchronized (this) {
            counting = begun;
        }
    }

    /** What the counting says: the export, or that it goes on. */
    private record Step(@Nullable Export export) {
        static Step begun(Export export) {
            return new Step(export);
        }
    }

    private void take(Step step) {
        synchronized (this) {
            if (closed) {
                Export unwanted = step.export();
                if (unwanted != null) {
                    note(unwanted, false);
                }
                return;
            }
            if (step.export() == null) {
                answers.onNext(ExportTargetGroupResponse.newBuilder()
                        .setExamined(progress.examined())
                        .build());
                return;
            }
            export = step.export();
            busy = false;
        }
        goOn();
    }

    private void goOn() {
        Export current;
        synchronized (this) {
            current = export;
            if (closed || busy || current == null || !answers.isReady()) {
                return;
            }
            busy = true;
        }
        current.next().subscribe().with(part -> send(current, part), this::fail);
    }

    private void send(Export current, Part part) {
        synchronized (this) {
            busy = false;
            if (closed) {
                return;
            }
            answers.onNext(message(current, part));
            if (part.last()) {
                closed = true;
            }
        }
        if (part.last()) {
            finish(current);
        } else {
            goOn();
        }
    }

    /** The end is told after it is noted. */
    private void finish(Export current) {
        current.end(true)
                .subscribe()
                .with(noted -> answers.onCompleted(), failure -> answers.onError(failures.translate(failure)));
    }

    private ExportTargetGroupResponse message(Export current, Part part) {
        ExportTargetGroupResponse.Builder message = ExportTargetGroupResponse.newBuilder()
                .setVersion(current.version())
                .setExported(part.exported())
                .setExamined(part.examined())
                .setDone(part.last());
        part.subjects().forEach(subject -> message.addCustomers(CustomerMessages.message(subject)));
        if (!part.after().isEmpty()) {
            message.setResumeToken(tokens.write(current.version() + " " + part.after()));
        }
        return message.build();
    }

    private synchronized void fail(Throwable failure) {
        if (!closed) {
            answers.onError(failures.translate(failure));
            breakOff();
        }
    }

    private synchronized void cancel() {
        if (!closed) {
            breakOff();
        }
        Cancellable waiting = counting;
        if (waiting != null) {
            waiting.cancel();
        }
    }

    private void breakOff() {
        closed = true;
        Export current = export;
        if (current != null) {
            note(current, false);
        }
    }

    private static void note(Export current, boolean complete) {
        current.end(complete)
                .ifNoItem()
                .after(PERIOD.multipliedBy(20))
                .fail()
                .subscribe()
                .with(noted -> {}, failure -> LOG.warnf("The end of an export could not be noted: %s", failure));
    }
}
