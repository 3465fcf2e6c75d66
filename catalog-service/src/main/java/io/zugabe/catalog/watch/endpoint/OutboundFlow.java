package io.zugabe.catalog.watch.endpoint;

import io.grpc.Context;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Whether a call's connection takes more messages without buffering them. */
final class OutboundFlow {

    static final Context.Key<OutboundFlow> CURRENT = Context.key("outbound-flow");

    private final BooleanSupplier ready;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    OutboundFlow(BooleanSupplier ready) {
        this.ready = ready;
    }

    /** Waits until the connection takes more; false if it does not in time. */
    boolean awaitReady(Duration timeout) throws InterruptedException {
        if (ready.getAsBoolean()) {
            return true;
        }
        long remaining = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (!ready.getAsBoolean()) {
                if (remaining <= 0) {
                    return false;
                }
                remaining = changed.awaitNanos(Math.min(remaining, TimeUnit.SECONDS.toNanos(1)))
                        + Math.max(0, remaining - TimeUnit.SECONDS.toNanos(1));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The connection may take more again. */
    void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
