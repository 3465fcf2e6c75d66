package io.zugabe.segmentation.log.endpoint;

import io.quarkus.runtime.ShutdownEvent;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The streams that are open, so that a shutdown ends each of them properly. */
@ApplicationScoped
public class OpenStreams {

    private static final long LONGEST_FAREWELL_SECONDS = 5;
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch drained = new CountDownLatch(1);
    private volatile boolean closing;

    /** A stream that can be asked to end. */
    interface Stream {
        /** Ends with a failure, after what is under way has been answered. */
        void end(ZugabeException why);
    }

    void add(Stream stream) {
        open.add(stream);
        if (closing) {
            stream.end(farewell());
        }
    }

    void remove(Stream stream) {
        open.remove(stream);
        if (closing && open.isEmpty()) {
            drained.countDown();
        }
    }

    void close(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        closing = true;
        open.forEach(stream -> stream.end(farewell()));
        if (!open.isEmpty()) {
            drained.await(LONGEST_FAREWELL_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static ZugabeException farewell() {
        return ZugabeException.retryable(SegmentationReason.SHUTTING_DOWN, "the service shuts down; try again", RETRY);
    }
}
