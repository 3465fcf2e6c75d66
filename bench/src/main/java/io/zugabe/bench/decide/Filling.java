package io.zugabe.bench.decide;

import io.zugabe.bench.Bench;
import java.util.concurrent.TimeUnit;
import java.util.function.DoublePredicate;

/** Fills the service's state from the streams that it follows: first the catalog, then everything else. */
final class Filling {

    private static final long LONGEST_MINUTES = 15;
    private static final double SHARE_LEARNED = 0.6;

    private final Subject subject;
    private final int products;

    Filling(Subject subject, int products) {
        this.subject = subject;
        this.products = products;
    }

    /** Returns the bytes of heap per product that the catalog's replica takes. */
    double fill(CatalogStream catalog, EventLog events) throws InterruptedException {
        long empty = subject.liveBytes();
        long began = System.nanoTime();
        catalog.release();
        await("zugabe_replica_products", held -> held >= products);
        Bench.say("Replica filled in %.1f s", (System.nanoTime() - began) / 1e9);
        // large lists are ranked a while after they have grown
        TimeUnit.SECONDS.sleep(5);
        double bytes = (subject.liveBytes() - empty) / (double) products;
        Bench.say("Replica: %,.0f bytes of heap per product", bytes);
        began = System.nanoTime();
        events.release();
        await("zugabe_baskets", held -> held >= SHARE_LEARNED * events.orders());
        await("zugabe_baskets_lag", lag -> lag == 0);
        await("zugabe_sessions_lag", lag -> lag == 0);
        await("zugabe_taste_baskets", learned -> learned >= SHARE_LEARNED * events.orders());
        await("zugabe_taste_progress", progress -> progress == 1);
        Bench.say(
                "Orders, visits and taste after %.1f s: %,.0f baskets, %,.0f sessions, taste of %,.0f products",
                (System.nanoTime() - began) / 1e9,
                subject.metric("zugabe_baskets"),
                subject.metric("zugabe_sessions"),
                subject.metric("zugabe_taste_products"));
        return bytes;
    }

    private void await(String metric, DoublePredicate reached) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
        double value = subject.metric(metric);
        while (!reached.test(value)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(metric + " is still " + value);
            }
            TimeUnit.MILLISECONDS.sleep(500);
            value = subject.metric(metric);
        }
    }
}
