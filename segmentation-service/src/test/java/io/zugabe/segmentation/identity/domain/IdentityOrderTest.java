package io.zugabe.segmentation.identity.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.CustomerEvent;
import io.zugabe.segmentation.profile.domain.Happening;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.profile.domain.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Who is the same person, and what is served of them, is a function of what was stated, in whatever order. */
@Proves("C1")
class IdentityOrderTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final List<Subject> CUSTOMERS =
            IntStream.range(0, 6).mapToObj(i -> Subject.customer("c-" + i)).toList();
    private static final List<Subject> VISITORS =
            IntStream.range(0, 4).mapToObj(i -> Subject.visitor("w-" + i)).toList();
    private static final List<Subject> ALL =
            Stream.concat(CUSTOMERS.stream(), VISITORS.stream()).toList();

    @Property(tries = 500)
    void groups_statedInAnyOrderAndRuns_areTheSame(@ForAll("edges") List<Edge> edges, @ForAll Random random) {
        IdentityBook book = new IdentityBook();
        runs(edges, random).forEach(run -> book.add(run, 1));
        assertEquals(Groups.of(edges), book.members);
    }

    @Property(tries = 300)
    void versions_ofWhatIsServed_neverGoBack(@ForAll("edges") List<Edge> edges, @ForAll Random random) {
        IdentityBook book = new IdentityBook();
        Map<Subject, Long> bases = new HashMap<>();
        Map<Subject, Long> served = new HashMap<>();
        long position = 0;
        for (List<Edge> run : runs(edges, random)) {
            position++;
            bases.put(ALL.get(random.nextInt(ALL.size())), position);
            position++;
            book.add(run, position);
            for (Subject subject : ALL) {
                long version = book.counted(subject).stream()
                        .mapToLong(member -> bases.getOrDefault(member, 0L))
                        .reduce(book.changed(subject), Math::max);
                assertTrue(version >= served.getOrDefault(subject, 0L), () -> subject + " after " + run);
                served.put(subject, version);
            }
        }
    }

    @Property(tries = 100)
    void served_ofAnyOrderOfLinksMergesAndEvents_isTheSame(@ForAll("edges") List<Edge> edges, @ForAll Random random) {
        List<CustomerEvent> events = events(random);
        Map<Subject, Profile> one = served(edges, events, random);
        Map<Subject, Profile> other = served(edges, events, random);
        assertEquals(one, other);
    }

    @Test
    void link_statedEarlierButHeardOfLater_takesTheVisitorBack() {
        Subject visitor = VISITORS.getFirst();
        IdentityBook book = new IdentityBook();
        book.add(List.of(new Edge.Link(visitor, CUSTOMERS.get(0), stamp(10))), 1);
        assertEquals(CUSTOMERS.get(0), book.canonical(visitor));
        book.add(List.of(new Edge.Link(visitor, CUSTOMERS.get(1), stamp(5))), 2);
        assertEquals(CUSTOMERS.get(1), book.canonical(visitor));
        assertEquals(2, book.changed(CUSTOMERS.get(0)));
        assertEquals(List.of(CUSTOMERS.get(0)), book.counted(CUSTOMERS.get(0)));
    }

    @Test
    void sharedDevice_linkedToTwoCustomers_doesNotMergeThem() {
        Map<Subject, Membership> groups = Groups.of(List.of(
                new Edge.Link(VISITORS.getFirst(), CUSTOMERS.get(0), stamp(1)),
                new Edge.Link(VISITORS.getFirst(), CUSTOMERS.get(1), stamp(2))));
        assertEquals(CUSTOMERS.get(0), groups.get(CUSTOMERS.get(0)).canonical());
        assertEquals(CUSTOMERS.get(1), groups.get(CUSTOMERS.get(1)).canonical());
    }

    @Test
    void merge_statedLatest_saysWhoStays() {
        Map<Subject, Membership> groups = Groups.of(List.of(
                new Edge.Merge(CUSTOMERS.get(1), CUSTOMERS.get(0), stamp(2)),
                new Edge.Merge(CUSTOMERS.get(2), CUSTOMERS.get(1), stamp(1))));
        CUSTOMERS
                .subList(0, 3)
                .forEach(customer ->
                        assertEquals(CUSTOMERS.get(0), groups.get(customer).canonical()));
    }

    @Property(tries = 20)
    void group_ofMoreThanTheLimit_countsAFixedChoice(@ForAll Random random) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            edges.add(new Edge.Link(Subject.visitor("w-" + i), CUSTOMERS.getFirst(), stamp(i)));
        }
        IdentityBook book = new IdentityBook();
        runs(edges, random).forEach(run -> book.add(run, 1));
        assertEquals(200, book.counted(CUSTOMERS.getFirst()).size());
        assertEquals(Groups.of(edges), book.members);
    }

    private static Map<Subject, Profile> served(List<Edge> edges, List<CustomerEvent> events, Random random) {
        IdentityBook book = new IdentityBook();
        runs(edges, random).forEach(run -> book.add(run, 1));
        List<CustomerEvent> arriving = new ArrayList<>(events);
        Collections.shuffle(arriving, random);
        Map<Subject, Profile> bases = new HashMap<>();
        for (CustomerEvent event : arriving) {
            Subject subject = ALL.get(Math.floorMod(event.stamp().eventId().hashCode(), ALL.size()));
            Profile before = bases.getOrDefault(subject, Profile.empty(subject, Limits.STANDARD));
            bases.put(subject, before.with(new CustomerEvent(event.stamp(), subject, event.channel(), event.what())));
        }
        Map<Subject, Profile> served = new HashMap<>();
        for (Subject subject : ALL) {
            List<Subject> counted = new ArrayList<>(book.counted(subject));
            Collections.shuffle(counted, random);
            Profile whole = Profile.empty(book.canonical(subject), Limits.STANDARD);
            for (Subject member : counted) {
                Profile base = bases.get(member);
                whole = base == null ? whole : whole.merge(base);
            }
            served.put(subject, whole);
        }
        return served;
    }

    private static List<List<Edge>> runs(List<Edge> edges, Random random) {
        List<Edge> sent = new ArrayList<>(edges);
        Collections.shuffle(sent, random);
        List<List<Edge>> runs = new ArrayList<>();
        int from = 0;
        while (from < sent.size()) {
            int to = Math.min(sent.size(), from + 1 + random.nextInt(3));
            runs.add(sent.subList(from, to));
            from = to;
        }
        return runs;
    }

    private static Stamp stamp(int second) {
        return new Stamp(START.plusSeconds(second), "e-" + second);
    }

    /** Few ids and instants, so that they meet; every event has an id of its own, not in the order of time. */
    @Provide
    Arbitrary<List<Edge>> edges() {
        return Arbitraries.integers().between(0, 999_999).list().ofMaxSize(14).map(numbers -> {
            List<Edge> edges = new ArrayList<>();
            for (int i = 0; i < numbers.size(); i++) {
                Random random = new Random(numbers.get(i));
                Stamp stamp = new Stamp(START.plusSeconds(random.nextInt(20)), "e-" + i * 0x9E3779B9);
                Subject into = CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
                Subject from = ALL.get(random.nextInt(ALL.size()));
                if (from.visitor()) {
                    edges.add(new Edge.Link(from, into, stamp));
                } else if (!from.equals(into)) {
                    edges.add(new Edge.Merge(from, into, stamp));
                }
            }
            return edges;
        });
    }

    private static List<CustomerEvent> events(Random random) {
        List<CustomerEvent> events = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String product = "p-" + random.nextInt(5);
            Happening what = switch (random.nextInt(4)) {
                case 0 -> new Happening.Viewed(List.of(product));
                case 1 -> new Happening.CartFilled(List.of(product));
                case 2 -> new Happening.CaseOpened("k-" + random.nextInt(3));
                default -> new Happening.Purchased(List.of(new Happening.Line(product, 1, 10_000, 0, null, "A")));
            };
            Stamp stamp = new Stamp(START.plusSeconds(random.nextInt(1_000_000)), "e-" + i * 0x9E3779B9);
            events.add(new CustomerEvent(stamp, CUSTOMERS.getFirst(), what));
        }
        return events;
    }
}
