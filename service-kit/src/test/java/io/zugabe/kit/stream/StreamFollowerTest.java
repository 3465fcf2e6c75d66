package io.zugabe.kit.stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StreamFollowerTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<Integer> handled = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();

    @Test
    void endedStream_isOpenedAgainFromWhereItStands() {
        try (var follower = follow(() -> Multi.createFrom().items(handled.size()), this::note)) {
            await().atMost(SOON).until(() -> handled.size() >= 3);
        }
        assertEquals(List.of(0, 1, 2), handled.subList(0, 3));
    }

    @Test
    void failedHandling_opensAgainAndLosesNothing() {
        AtomicInteger failures = new AtomicInteger();
        Function<Integer, Uni<Void>> failingOnce = message -> message == 1 && failures.getAndIncrement() == 0
                ? Uni.createFrom().failure(new IllegalStateException("no database"))
                : note(message);
        Supplier<Multi<Integer>> rest =
                () -> Multi.createFrom().range(handled.size(), 3).onCompletion().switchTo(never());
        try (var follower = follow(rest, failingOnce)) {
            await().atMost(SOON).until(() -> handled.size() == 3);
        }
        assertEquals(List.of(0, 1, 2), handled);
        assertEquals(2, opened.get());
    }

    @Test
    void streamThatWorksAndEndsAgainAndAgain_isNeverPausedForLong() {
        try (var follower = follow(() -> Multi.createFrom().items(handled.size()), this::note)) {
            // twelve first pauses take little more than a second; doubling ones would take over half a minute
            await().atMost(SOON).until(() -> handled.size() >= 12);
        }
    }

    @Test
    void silentStream_isTakenForDead() {
        try (var follower = follow(StreamFollowerTest::never, this::note)) {
            await().atMost(SOON).until(() -> opened.get() >= 2);
        }
    }

    @Test
    void closed_opensNoMore() {
        var follower = follow(() -> Multi.createFrom().items(handled.size()), this::note);
        await().atMost(SOON).until(() -> !handled.isEmpty());
        follower.close();
        int openedThen = opened.get();
        await().during(Duration.ofMillis(500)).atMost(SOON).until(() -> opened.get() <= openedThen + 1);
        assertTrue(follower.lastMessageTime() != null);
    }

    private StreamFollower<Integer> follow(Supplier<Multi<Integer>> open, Function<Integer, Uni<Void>> handle) {
        Supplier<Multi<Integer>> counting = () -> {
            opened.incrementAndGet();
            return open.get();
        };
        var follower = new StreamFollower<>("test", counting, handle, Duration.ofMillis(300), Clock.systemUTC());
        follower.start();
        return follower;
    }

    private Uni<Void> note(Integer message) {
        handled.add(message);
        return Uni.createFrom().voidItem();
    }

    private static Multi<Integer> never() {
        return Multi.createFrom().nothing();
    }
}
