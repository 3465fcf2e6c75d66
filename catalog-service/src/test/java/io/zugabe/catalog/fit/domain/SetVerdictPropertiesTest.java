package io.zugabe.catalog.fit.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.kit.test.Proves;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is said about the pairs of a set. */
@Proves("O1")
class SetVerdictPropertiesTest {

    private static final List<String> TYPES = List.of("body", "lens", "adapter", "card");
    private static final int MOST_MEMBERS = 7;

    /** A part can lift limits as a bridge, or connect what was unconnected; nothing else makes a set better. */
    @Property(tries = 2_000)
    void anotherPart_neverMakesBetter_exceptByBridgingOrConnecting(@ForAll long seed) {
        Random random = new Random(seed);
        List<SetMember> members = members(random);
        List<SetPair> pairs = pairs(members, random);
        SetMember added = members.getLast();
        List<SetMember> fewer = members.subList(0, members.size() - 1);
        SetVerdict before = SetVerdict.of(
                fewer, pairs.stream().filter(pair -> !pair.has(added.id())).toList());
        SetVerdict after = SetVerdict.of(members, pairs);

        if (before.verdict().and(after.verdict()) != after.verdict()) {
            Set<LiftedLimit> lifted = new HashSet<>(after.lifted());
            lifted.removeAll(before.lifted());
            boolean bridged = lifted.stream().anyMatch(each -> each.bridge().equals(added.id()));
            boolean connected = !after.unconnected().containsAll(before.unconnected());
            assertTrue(bridged || connected, () -> before + "\n" + after);
            assertTrue(before.verdict() != Verdict.DOES_NOT_FIT, "a misfit stays one");
        }
    }

    @Property(tries = 1_000)
    void orderOfParts_makesNoDifference(@ForAll long seed) {
        Random random = new Random(seed);
        List<SetMember> members = members(random);
        List<SetPair> pairs = pairs(members, random);
        SetVerdict one = SetVerdict.of(members, pairs);
        Collections.shuffle(members, random);
        Collections.shuffle(pairs, random);
        assertEquals(one, SetVerdict.of(members, pairs));
    }

    @Property(tries = 1_000)
    void verdict_isAsBadAsItsWorstPair_andNamesIt(@ForAll long seed) {
        Random random = new Random(seed);
        List<SetMember> members = members(random);
        SetVerdict set = SetVerdict.of(members, pairs(members, random));
        for (SetPair pair : set.pairs()) {
            assertEquals(set.verdict(), set.verdict().and(pair.verdict()));
            assertEquals(
                    pair.verdict() == Verdict.FITS_WITH_LIMITS, !pair.limits().isEmpty());
        }
        assertEquals(set.verdict() == Verdict.FITS_WITH_LIMITS, !set.limits().isEmpty());
        assertEquals(set.verdict() == Verdict.FITS, set.weakestProduct().isEmpty());
        set.weakestPair().ifPresent(pair -> assertTrue(pair.has(set.weakestProduct())));
        set.weakestPair().ifPresent(pair -> assertEquals(set.verdict(), pair.verdict()));
        assertTrue(set.unconnected().isEmpty() || !set.verdict().isFit());
    }

    private static List<SetMember> members(Random random) {
        List<SetMember> members = new ArrayList<>();
        int number = 2 + random.nextInt(MOST_MEMBERS - 1);
        for (int i = 0; i < number; i++) {
            members.add(new SetMember("p" + i, List.of(TYPES.get(random.nextInt(TYPES.size())), "product")));
        }
        return members;
    }

    private static List<SetPair> pairs(List<SetMember> members, Random random) {
        List<SetPair> pairs = new ArrayList<>();
        double misfits = random.nextDouble() / 4;
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                boolean turned = random.nextBoolean();
                String host = members.get(turned ? j : i).id();
                String part = members.get(turned ? i : j).id();
                double drawn = random.nextDouble();
                if (drawn < misfits) {
                    pairs.add(new SetPair(host, part, Verdict.DOES_NOT_FIT, List.of()));
                } else if (drawn < 2 * misfits) {
                    pairs.add(new SetPair(host, part, Verdict.UNKNOWN, List.of()));
                } else if (random.nextInt(3) == 0) {
                    pairs.add(new SetPair(host, part, Verdict.FITS_WITH_LIMITS, limits(random)));
                } else if (random.nextInt(3) > 0) {
                    pairs.add(new SetPair(host, part, Verdict.FITS, List.of()));
                }
            }
        }
        return pairs;
    }

    private static List<Limit> limits(Random random) {
        List<Limit> limits = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            String got = random.nextBoolean() ? random.nextInt(50) + " W" : "some";
            String liftedBy = random.nextBoolean() ? "adapter" : "";
            limits.add(new Limit("a" + random.nextInt(2), got, "60 W", new LocalizedText(Map.of()), liftedBy));
        }
        return limits;
    }
}
