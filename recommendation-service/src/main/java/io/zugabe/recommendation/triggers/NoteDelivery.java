package io.zugabe.recommendation.triggers;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.triggers.domain.Retry;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Notes what came of deliveries. If that fails, the offer is sent again, with the same id. */
@Singleton
public class NoteDelivery {

    private static final Logger LOG = Logger.getLogger(NoteDelivery.class);

    private final DueOffers offers;
    private final Retry retry;
    private final MeterRegistry metrics;

    public NoteDelivery(DueOffers offers, TriggersConfig config, MeterRegistry metrics) {
        this.offers = offers;
        this.retry = config.retries();
        this.metrics = metrics;
    }

    /** They were taken over; returns how many were not before. */
    public Uni<Integer> delivered(Collection<UUID> ids) {
        return offers.delivered(ids).invoke(count -> count("delivered", count));
    }

    /** One could not be delivered. */
    public Uni<Void> failed(Delivery delivery, String why, boolean forGood) {
        boolean again = !forGood && retry.again(delivery.attempts());
        count(again ? "failed" : "dead", 1);
        if (!again) {
            LOG.warnf("Due offer %s is given up: %s", delivery.id(), why);
        }
        double random = ThreadLocalRandom.current().nextDouble();
        return offers.failed(delivery.id(), why, retry.pause(delivery.attempts(), random), again);
    }

    private void count(String outcome, int number) {
        metrics.counter("zugabe.due.offers", "outcome", outcome, "reason", "").increment(number);
    }
}
