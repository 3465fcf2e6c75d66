package io.zugabe.recommendation.triggers.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever people do, and in whatever order it is told: the timers are those that all of it leads to. */
@Proves("T4")
class PersonPropertiesTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final String WHO = "c:anna";
    private static final Triggers TRIGGERS = NaiveTimers.allEnabled();

    @Property(tries = 2_000)
    void timers_areThoseOfTheWholeHistory(@ForAll("histories") List<Happening> history) {
        Person person = Person.NEW;
        for (Happening happening : history) {
            person = person.after(happening, TRIGGERS, NaiveTimers.USES);
        }
        assertEquals(text(NaiveTimers.of(history, TRIGGERS)), text(person.timers()), history::toString);
    }

    @Provide
    static Arbitrary<List<Happening>> histories() {
        Arbitrary<Instant> times =
                Arbitraries.integers().between(0, 12).map(hour -> START.plus(Duration.ofHours(hour)));
        Arbitrary<Map<String, Long>> units = Arbitraries.maps(
                        Arbitraries.of("camera", "ink", "mug"),
                        Arbitraries.longs().between(1, 3))
                .ofMinSize(1)
                .ofMaxSize(2);
        Arbitrary<Happening> happenings = Arbitraries.frequencyOf(
                Tuple.of(4, Combinators.combine(times, units).as((time, what) -> new Happening.Added(WHO, time, what))),
                Tuple.of(
                        2,
                        Combinators.combine(times, units).as((time, what) -> new Happening.Removed(WHO, time, what))),
                Tuple.of(
                        3,
                        Combinators.combine(times, units)
                                .as((time, what) -> new Happening.Bought(WHO, time, "", what))),
                Tuple.of(
                        1,
                        Combinators.combine(times, units).as((time, what) -> new Happening.Returned(WHO, time, what))),
                Tuple.of(1, times.map(time -> new Happening.Withdrawn(WHO, time, "email"))));
        return happenings.list().ofMaxSize(8).map(PersonPropertiesTest::withOrders);
    }

    /** An order is told once, so each has an id of its own. */
    private static List<Happening> withOrders(List<Happening> history) {
        List<Happening> numbered = new ArrayList<>();
        for (Happening happening : history) {
            numbered.add(
                    happening instanceof Happening.Bought bought
                            ? new Happening.Bought(
                                    bought.subject(), bought.time(), "o-" + numbered.size(), bought.units())
                            : happening);
        }
        return numbered;
    }

    private static String text(Map<Timer.Key, Timer> timers) {
        Map<String, String> sorted = new TreeMap<>();
        timers.forEach((key, timer) -> sorted.put(key.toString(), timer.toString()));
        return String.join("\n", sorted.values());
    }
}
