package io.zugabe.bench.ingest;

import io.zugabe.bench.Bench;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Publishes, kills something half-way, starts it again, and publishes again what was not acknowledged. */
final class Crash {

    private static final int BATCH = 200;
    private static final int BATCHES = 600;

    private final Shop shop;

    Crash(Shop shop) {
        this.shop = shop;
    }

    /** Kills something and starts it again. */
    interface Accident {
        void happen() throws Exception;
    }

    /**
     * Events and what of them is in the log and in the profiles too little or too often.
     */
    Audit.Result survive(String name, ShopTraffic traffic, Accident accident) throws Exception {
        long before = shop.status().getEndPosition();
        List<PublishEventsRequest> batches = traffic.batches(BATCHES, BATCH);
        List<PublishEventsRequest> left = new ArrayList<>(batches);
        PublishRun run = PublishRun.asFastAsPossible(shop.channel(), left);
        while (run.acknowledged() < BATCHES / 2 && run.failure().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        accident.happen();
        int acknowledged = run.await().acknowledged();
        left = run.unacknowledged();
        long again = 0;
        while (!left.isEmpty()) {
            PublishRun repeated =
                    PublishRun.asFastAsPossible(shop.channel(), left).await();
            again += repeated.duplicates();
            left = repeated.unacknowledged();
        }
        shop.awaitProjected();
        Audit.Result result = new Audit(shop.channel()).compare(before, batches);
        Bench.say(
                "%s: %,d of %,d batches had been acknowledged; of those published again %,d events were in the log"
                        + " already; lost %d, doubled %d",
                name, acknowledged, BATCHES, again, result.lost(), result.doubled());
        if (acknowledged == BATCHES) {
            throw new IllegalStateException("everything was acknowledged before the accident: it proves nothing");
        }
        return result;
    }
}
