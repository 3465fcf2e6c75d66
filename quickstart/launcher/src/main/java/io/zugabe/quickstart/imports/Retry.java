package io.zugabe.quickstart.imports;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How long an import goes on trying while a service is away: with growing pauses, until there was no
 * answer for a set time.
 *
 * @param patience how long without an answer
 * @param firstPause the first pause, doubled with every attempt up to 10 s
 * @param beforeAttempt done before every further attempt
 * @param service whom it waits for, as a person is told
 */
public record Retry(Duration patience, Duration firstPause, Runnable beforeAttempt, String service) {

    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int TOLD_AT = 2;
    private static final int TOLD_EVERY = 3;
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(10);
    private static final Set<Code> AWAY = EnumSet.of(
            Code.UNAVAILABLE,
            Code.DEADLINE_EXCEEDED,
            Code.RESOURCE_EXHAUSTED,
            Code.ABORTED,
            Code.CANCELLED,
            Code.INTERNAL,
            Code.UNKNOWN);

    /** Five minutes; a channel forgets its own pauses, which may be longer. */
    public static Retry of(Channel channel) {
        return new Retry(
                PATIENCE,
                Duration.ofMillis(250),
                () -> {
                    if (channel instanceof ManagedChannel managed) {
                        managed.resetConnectBackoff();
                    }
                },
                channel.authority());
    }

    /**
     * Before another attempt: says on the screen whom this waits for, now and then.
     *
     * @param attempt counted from 0
     * @param since the last answer, {@link System#nanoTime()}
     */
    void again(int attempt, long since, Throwable failure) {
        if (attempt % TOLD_EVERY == TOLD_AT) {
            LocalTime lastAnswer = LocalTime.now().minusNanos(System.nanoTime() - since);
            System.err.printf(
                    "%nwaiting for %s since %s (%s); for at most %d s more%n",
                    service,
                    lastAnswer.truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_LOCAL_TIME),
                    Status.fromThrowable(failure).getCode(),
                    Math.max(0, patience.minusNanos(System.nanoTime() - since).toSeconds()));
        }
        beforeAttempt.run();
    }

    /** Whether a failure may pass. */
    static boolean mayPass(Throwable failure) {
        return AWAY.contains(Status.fromThrowable(failure).getCode());
    }

    /** The pause before an attempt, in nanoseconds, with some chance in it. */
    long pauseNanos(int attempt) {
        long doubled = firstPause.toNanos() << Math.min(attempt, 20);
        long pause = doubled <= 0 || doubled > LONGEST_PAUSE ? LONGEST_PAUSE : doubled;
        return pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
    }

    /** Why an import ends. */
    static RejectedRecord gaveUp(Throwable failure) {
        return new RejectedRecord(
                "service",
                Status.fromThrowable(failure)
                        + "; everything acknowledged before is stored: repeat the command to go on"
                        + " (./zugabe status says what runs)");
    }

    /** Makes a call, again and again while the service is away. */
    public <T> T call(Supplier<T> call) throws InterruptedException {
        long begin = System.nanoTime();
        for (int attempt = 0; ; attempt++) {
            try {
                return call.get();
            } catch (StatusRuntimeException e) {
                if (!mayPass(e) || System.nanoTime() - begin > patience.toNanos()) {
                    throw gaveUp(e);
                }
                TimeUnit.NANOSECONDS.sleep(pauseNanos(attempt));
                again(attempt, begin, e);
            }
        }
    }
}
