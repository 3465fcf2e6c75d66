package io.zugabe.recommendation.triggers.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Carts and timers of people, while what happened is taken in. */
public final class People {

    private final Map<String, Person> people;
    private final Triggers triggers;
    private final Uses uses;
    private final Set<String> touched = new HashSet<>();

    /**
     * Begins.
     *
     * @param known by subject; who is missing has neither cart nor timers
     */
    public People(Map<String, Person> known, Triggers triggers, Uses uses) {
        this.people = new HashMap<>(known);
        this.triggers = triggers;
        this.uses = uses;
    }

    /** Whose carts and timers a happening may change. */
    public static Set<String> concerned(Happening happening) {
        return happening instanceof Happening.Joined joined
                ? Set.of(joined.subject(), joined.other())
                : Set.of(happening.subject());
    }

    /** Takes in what happened next. */
    public void after(Happening happening) {
        if (happening instanceof Happening.Joined joined) {
            put(joined.subject(), of(joined.subject()).joinedBy(of(joined.other()), triggers));
            put(joined.other(), Person.NEW);
        } else {
            put(happening.subject(), of(happening.subject()).after(happening, triggers, uses));
        }
    }

    /** Everyone whom something happened to, as they are now. */
    public Map<String, Person> changed() {
        Map<String, Person> changed = new HashMap<>();
        touched.forEach(subject -> changed.put(subject, of(subject)));
        return changed;
    }

    private Person of(String subject) {
        return people.getOrDefault(subject, Person.NEW);
    }

    private void put(String subject, Person person) {
        people.put(subject, person);
        touched.add(subject);
    }
}
