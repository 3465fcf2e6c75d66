package io.zugabe.segmentation.log.endpoint;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How far each named subscriber is behind the end of the log: of its open streams the one that is
 * farthest behind; 0 while it has none. Names are bounded: those after the first share one.
 */
@ApplicationScoped
public class SubscriberLags {

    private static final int MOST_NAMES = 50;
    private static final String UNNAMED = "unnamed";
    private static final String OTHERS = "others";

    private final MeterRegistry metrics;
    private final Map<String, Set<LongSupplier>> open = new ConcurrentHashMap<>();

    public SubscriberLags(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Counts a stream in. */
    synchronized void add(String name, LongSupplier lag) {
        String known = known(name);
        Set<LongSupplier> streams = open.get(known);
        if (streams == null) {
            Set<LongSupplier> none = ConcurrentHashMap.newKeySet();
            Gauge.builder("zugabe.log.subscriber.lag.events", none, SubscriberLags::most)
                    .description("Events that a subscriber has not been sent yet")
                    .tag("subscriber", known)
                    .register(metrics);
            open.put(known, none);
            streams = none;
        }
        streams.add(lag);
    }

    /** Counts a stream out. */
    synchronized void remove(LongSupplier lag) {
        open.values().forEach(streams -> streams.remove(lag));
    }

    private String known(String name) {
        String asked = name.isEmpty() ? UNNAMED : name;
        return open.containsKey(asked) || open.size() < MOST_NAMES ? asked : OTHERS;
    }

    private static double most(Set<LongSupplier> streams) {
        return streams.stream().mapToLong(LongSupplier::getAsLong).max().orElse(0);
    }
}
