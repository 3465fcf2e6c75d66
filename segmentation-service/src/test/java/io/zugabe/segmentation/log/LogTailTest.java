package io.zugabe.segmentation.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.zugabe.segmentation.log.domain.Appended;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.LogStatus;
import io.zugabe.segmentation.log.domain.NewEvent;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogTailTest {

    private static final Duration LONG = Duration.ofMinutes(3);

    private final LogTail tail = new LogTail(new NobodyAsks());

    /** The end of the log is told here, not asked for. */
    private static final class NobodyAsks implements EventLog {

        @Override
        public Uni<Appended> append(List<NewEvent> events) {
            throw new UnsupportedOperationException("nothing is appended");
        }

        @Override
        public Uni<LogPage> read(long after, long upTo, Set<EventKind> kinds, Most most) {
            throw new UnsupportedOperationException("nothing is read");
        }

        @Override
        public Uni<LogStatus> status() {
            throw new UnsupportedOperationException("nobody polls");
        }
    }

    @Test
    void rest_endsWithWhatMustCountAtOnce_notWithOtherAppends() {
        UniAssertSubscriber<Void> rest = tail.rest(10, LONG).subscribe().withSubscriber(UniAssertSubscriber.create());

        tail.advanceTo(11);
        rest.assertNotTerminated();
        tail.advanceTo(12);
        tail.press(12);

        rest.awaitItem(LONG);
    }

    @Test
    void rest_isNone_whileSomethingThatMustCountAtOnceLiesAhead() {
        tail.press(12);

        tail.rest(11, LONG).await().atMost(LONG);
        tail.rest(12, Duration.ofMillis(1)).await().atMost(LONG);
    }

    @Test
    void whatSilencesOrEndsASilence_mustCountAtOnce() {
        Set<EventKind> pressing =
                Stream.of(EventKind.values()).filter(EventKind::presses).collect(Collectors.toSet());

        assertEquals(
                EnumSet.of(
                        EventKind.CASE_OPENED,
                        EventKind.CASE_RESOLVED,
                        EventKind.CONSENT_CHANGED,
                        EventKind.OFFER_DISMISSED),
                pressing);
    }
}
