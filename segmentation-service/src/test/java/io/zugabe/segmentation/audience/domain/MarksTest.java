package io.zugabe.segmentation.audience.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.audience.Shoppers;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Proves("C9")
class MarksTest {

    private static final Anchor LEASH = new Anchor.OfProduct("leash");
    private static final Trait DOG = new Trait.TextIs("trait_pet", "dog");
    private static final long SEED = 20_260_301;

    /** Whoever has a dog buys a leash four times as often; income, views and segments say nothing. */
    private static TraitCounts population(TraitCounts counts) {
        Random random = new Random(SEED);
        for (int i = 0; i < 3_000; i++) {
            boolean dog = random.nextDouble() < 0.2;
            Shoppers shopper = Shoppers.customer("c" + i)
                    .pet(dog ? "dog" : List.of("cat", "none", "fish").get(random.nextInt(3)))
                    .income(20_000 + random.nextInt(50_000))
                    .viewed("p" + random.nextInt(20))
                    .bought("lamp", "Home");
            if (random.nextDouble() < 0.3) {
                shopper.in("vip");
            }
            boolean buys = random.nextDouble() < (dog ? 0.4 : 0.1);
            if (buys) {
                shopper.viewed("leash").bought("leash", "Pets > Walks");
            }
            counts.add(shopper.assessed(), buys);
        }
        return counts;
    }

    @Test
    void traitThatTrulyMarksTheBuyers_isFound_andOthersAreNot() {
        Marks marks = Marks.examine(LEASH, population(TraitCounts.all()), 20);
        Mark first = marks.best(20).stream()
                .filter(mark -> mark.tally().trait().about().startsWith("trait_"))
                .findFirst()
                .orElseThrow();
        assertEquals(DOG, first.tally().trait(), "seed " + SEED);
        assertTrue(first.significant());
        assertTrue(first.lift().low() > 2 && first.lift().high() < 4.5, () -> first + ", seed " + SEED);
        assertFalse(
                marks.marks().stream()
                        .filter(Mark::significant)
                        .map(mark -> mark.tally().trait())
                        .anyMatch(trait -> trait instanceof Trait.InSegment
                                || trait instanceof Trait.Viewed
                                || trait.about().equals("trait_income")),
                () -> "seed " + SEED);
    }

    @Test
    void whatSaysNoMoreThanX_isLeftOut() {
        List<Trait> traits = Marks.examine(LEASH, population(TraitCounts.all()), 20).marks().stream()
                .map(mark -> mark.tally().trait())
                .toList();
        assertFalse(traits.contains(new Trait.Viewed("leash")), "the product itself");
        assertFalse(traits.contains(new Trait.TextIs("bought_categories", "Pets > Walks")), "its category");
        assertFalse(traits.contains(new Trait.TextIs("bought_categories", "Home")), "what everybody bought");
        assertTrue(traits.contains(new Trait.Viewed("p1")));
        List<Trait> ofCategory =
                Marks.examine(new Anchor.OfCategoryPrefix("Pets"), population(TraitCounts.all()), 20).marks().stream()
                        .map(mark -> mark.tally().trait())
                        .toList();
        assertFalse(ofCategory.contains(new Trait.TextIs("bought_categories", "Pets > Walks")));
    }

    @Test
    void traitsOfFewBuyers_areNotTold() {
        TraitCounts counts = TraitCounts.all();
        for (int i = 0; i < 100; i++) {
            counts.add(Shoppers.customer("c" + i).pet(i < 19 ? "snake" : "dog").assessed(), i < 50);
        }
        assertTrue(Marks.examine(LEASH, counts, 20).marks().stream()
                .noneMatch(mark -> mark.tally().trait().equals(new Trait.TextIs("trait_pet", "snake"))));
    }

    @Test
    void textThatNamesCustomers_isLeftOutAndSaid() {
        TraitCounts counts = TraitCounts.all();
        for (int i = 0; i <= TraitCounts.MOST_TEXTS; i++) {
            counts.add(Shoppers.customer("c" + i).pet("pet " + i).assessed(), i % 2 == 0);
        }
        assertEquals(List.of("trait_pet"), counts.leftOut());
        assertTrue(counts.tallies().stream()
                .noneMatch(tally -> tally.trait().about().equals("trait_pet")));
    }

    @Test
    void resemblance_ofProspects_ranksThoseWithTheTraitFirst() {
        Marks marks = Marks.examine(LEASH, population(TraitCounts.withoutOrders()), 20);
        assertTrue(marks.marks().stream()
                .noneMatch(mark -> mark.tally().trait().about().equals("orders")));
        Resemblance resemblance = RuleFinding.resemblance(marks);
        Candidate withDog = Shoppers.customer("a").pet("dog").viewed("p1").assessed();
        Candidate withCat = Shoppers.customer("b").pet("cat").viewed("p1").assessed();
        assertTrue(resemblance.score(withDog) > resemblance.score(withCat) + 0.5, () -> "seed " + SEED);
        ScoreBorder border = new ScoreBorder();
        for (int i = 0; i < 10; i++) {
            border.add(resemblance.score(i < 2 ? withDog : withCat));
        }
        Rule rule = RuleFinding.lookAlikes(new AudienceDefinition.LookAlikes(LEASH, 0.2), resemblance, border);
        assertTrue(rule.match(withDog).isPresent());
        assertTrue(rule.match(withCat).isEmpty());
        assertTrue(
                rule.match(Shoppers.customer("d")
                                .pet("dog")
                                .bought("lamp", "Home")
                                .assessed())
                        .isEmpty(),
                "look-alikes have no order");
    }

    @Test
    void anchors_tellOwnersFromThoseWhoReturnedIt() {
        Candidate owner = Shoppers.customer("a").bought("leash", "Pets > Walks").assessed();
        Candidate returner = Shoppers.customer("b")
                .bought("leash", "Pets > Walks")
                .returned("leash", "Pets > Walks")
                .assessed();
        for (Anchor anchor :
                List.of(LEASH, new Anchor.OfCategory("Pets > Walks"), new Anchor.OfCategoryPrefix("Pets"))) {
            assertEquals(Holding.OWNS, anchor.holding(owner.profile()), anchor::toString);
            assertEquals(Holding.RETURNED, anchor.holding(returner.profile()), anchor::toString);
            assertEquals(
                    Holding.NEVER,
                    anchor.holding(Shoppers.customer("c")
                            .bought("lamp", "Home")
                            .assessed()
                            .profile()),
                    anchor::toString);
        }
    }
}
