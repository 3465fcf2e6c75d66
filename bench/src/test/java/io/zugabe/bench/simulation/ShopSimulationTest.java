package io.zugabe.bench.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShopSimulationTest {

    private static final ShopSimulation SIMULATION = new ShopSimulation(11, 365, 0.3);
    private static final int SHOPPERS = 3_000;

    @Test
    void shopper_askedForAgainAndInAnotherOrder_livesTheSameLife() {
        List<ShopEvent> first = SIMULATION.events(SIMULATION.shopper(5));
        SIMULATION.events(SIMULATION.shopper(6));

        assertEquals(first, SIMULATION.events(SIMULATION.shopper(5)));
        assertNotEquals(first, new ShopSimulation(12, 365, 0.3).events(new ShopSimulation(12, 365, 0.3).shopper(5)));
    }

    @Test
    void events_lieWithinTheSimulation_andHaveIdsOfTheirOwn() {
        for (int i = 0; i < 100; i++) {
            List<ShopEvent> events = SIMULATION.events(SIMULATION.shopper(i));
            assertEquals(
                    events.size(), events.stream().map(ShopEvent::id).distinct().count());
            for (ShopEvent event : events) {
                assertFalse(event.time().isBefore(ShopCalendar.begin(0)), event::toString);
                assertTrue(event.time().isBefore(ShopCalendar.begin(365)), event::toString);
            }
        }
    }

    @Test
    void behaviours_areAsFrequentAsStated() {
        for (AdverseBehaviour behaviour : AdverseBehaviour.values()) {
            long count = IntStream.range(0, SHOPPERS)
                    .mapToObj(SIMULATION::shopper)
                    .filter(shopper -> shopper.is(behaviour))
                    .count();
            assertEquals(Traits.PREVALENCE[behaviour.ordinal()], (double) count / SHOPPERS, 0.015, behaviour::name);
        }
    }

    @Test
    void ineffectiveContact_changesNothing() {
        ContactExperiment experiment = new ContactExperiment(SIMULATION, false);
        for (int i = 0; i < SHOPPERS; i++) {
            assertTrue(experiment.effect(SIMULATION.shopper(i)).increment() == 0);
        }
    }

    @Test
    void effectiveContact_wins_doesNothing_andHarms() {
        ContactExperiment experiment = new ContactExperiment(SIMULATION, true);
        long[] responses = new long[ResponseClass.values().length];
        for (int i = 0; i < SHOPPERS; i++) {
            responses[experiment.effect(SIMULATION.shopper(i)).response().ordinal()]++;
        }
        for (ResponseClass response : ResponseClass.values()) {
            assertTrue(responses[response.ordinal()] > SHOPPERS / 50, response + ": " + responses[response.ordinal()]);
        }
    }

    @Test
    void whatTheExperimentSees_isTheTruthOnAverage() {
        ContactExperiment experiment = new ContactExperiment(SIMULATION, true);
        double seen = 0;
        double expected = 0;
        for (int i = 0; i < SHOPPERS; i++) {
            Shopper shopper = SIMULATION.shopper(i);
            ContactExperiment.Effect effect = experiment.effect(shopper);
            ContactExperiment.Seen outcome = experiment.run(shopper);
            seen += outcome.profit();
            expected += effect.profit() + (outcome.contacted() ? effect.increment() : 0);
        }
        assertEquals(1, seen / expected, 0.06);
    }
}
