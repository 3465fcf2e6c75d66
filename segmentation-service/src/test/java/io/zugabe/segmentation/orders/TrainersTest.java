package io.zugabe.segmentation.orders;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.model.Trained;
import io.zugabe.segmentation.model.Trainer;
import io.zugabe.segmentation.model.TrainingContext;
import io.zugabe.segmentation.model.domain.Metric;
import io.zugabe.segmentation.orders.domain.CustomerSample;
import io.zugabe.segmentation.orders.domain.OrderEvent;
import io.zugabe.segmentation.replenishment.TrainReplenishment;
import io.zugabe.segmentation.replenishment.adapter.ReplenishmentModelCodec;
import io.zugabe.segmentation.replenishment.domain.ReplenishmentModel;
import io.zugabe.segmentation.returns.TrainReturns;
import io.zugabe.segmentation.returns.adapter.ReturnModelCodec;
import io.zugabe.segmentation.returns.domain.ReturnModel;
import io.zugabe.segmentation.value.TrainValue;
import io.zugabe.segmentation.value.adapter.ValueModelCodec;
import io.zugabe.segmentation.value.domain.CustomerOrders;
import io.zugabe.segmentation.value.domain.ValueAssessment;
import io.zugabe.segmentation.value.domain.ValueModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;

class TrainersTest {

    private static final Instant END = Instant.parse("2026-06-01T00:00:00Z");
    private static final OrderLog SHOP = new FakeLog(SimulatedOrders.customers("c-", 500, END, 21));
    private static final OrderLog EMPTY = new FakeLog(Map.of());

    @Test
    @Proves("C7")
    void value_isLearned_andForetellsTheRestOfTheLog() {
        Trained trained = train(new TrainValue(SHOP));
        assertTrue(trained.card().decision().publishable(), trained.card()::toString);
        assertEquals(500, trained.card().rows());
        assertEquals(1, metric(trained, "orders_expected") / metric(trained, "orders_actual"), 0.25);

        ValueModel model = ValueModelCodec.decode(trained.payload());
        ValueAssessment active = assess(model, 10, END.minus(Duration.ofDays(10)));
        ValueAssessment silent = assess(model, 10, END.minus(Duration.ofDays(250)));
        assertTrue(active.value().probabilityAlive() > 0.8, active::toString);
        assertTrue(silent.value().probabilityAlive() < 0.3, silent::toString);
        assertTrue(active.margin() > silent.margin());
        assertTrue(active.interval().low() < active.margin()
                && active.margin() < active.interval().high());
        assertEquals(0.35, active.margin() / active.value().lifetimeValue(), 0.05);
        assertEquals(50, active.limit().usual(), 10);
        assertEquals("food", active.budgets().getFirst().category());
    }

    @Test
    @Proves("C6")
    void returns_areLearned_calibratedOnLaterLines() {
        Trained trained = train(new TrainReturns(SHOP));
        assertTrue(trained.card().decision().publishable(), trained.card()::toString);
        assertTrue(metric(trained, "brier") < metric(trained, "brier_base_rate"));
        assertTrue(metric(trained, "reliability_1_predicted") < metric(trained, "reliability_10_predicted"));
        ReturnModel model = ReturnModelCodec.decode(trained.payload());
        assertTrue(model.rate("shoe-9").rate() > 2 * model.rate("shoe-0").rate());
        assertTrue(model.rate("coffee").rate() < 0.05);
    }

    @Test
    @Proves("C8")
    void replenishment_isLearnedOfCoffee() {
        Trained trained = train(new TrainReplenishment(SHOP));
        assertTrue(trained.card().decision().publishable(), trained.card()::toString);
        ReplenishmentModel model = ReplenishmentModelCodec.decode(trained.payload());
        assertTrue(model.products().containsKey("coffee"));
        assertEquals(Math.log(28), model.products().get("coffee").mu(), 0.15);
        assertEquals(0.8, metric(trained, "coverage_of_80_percent_interval"), 0.1);
        model.products()
                .forEach((product, repeats) -> assertTrue(
                        product.equals("coffee") || repeats.share().value() < 0.4, () -> product + " is " + repeats));
    }

    @Test
    void sameLogAndSeed_giveTheSameBytes() {
        for (Trainer trainer : trainers(SHOP)) {
            assertArrayEquals(train(trainer).payload(), train(trainer).payload(), trainer.kind());
        }
    }

    @Test
    void emptyLog_isRefusedInASentence() {
        for (Trainer trainer : trainers(EMPTY)) {
            ZugabeException refusal = assertThrows(ZugabeException.class, () -> train(trainer));
            assertEquals(SegmentationReason.TRAINING_DATA_INSUFFICIENT, refusal.reason(), trainer.kind());
        }
    }

    @Test
    void unknownOrImpossibleParameters_areRefused() {
        assertEquals(1, violations(new TrainValue(SHOP), Map.of("seed", "3", "depth", "4")));
        assertEquals(1, violations(new TrainReturns(SHOP), Map.of("matured_after_days", "999")));
        assertEquals(0, violations(new TrainReturns(SHOP), Map.of("matured_after_days", "14")));
        assertEquals(
                2, violations(new TrainReplenishment(SHOP), Map.of("least_buyers", "1", "least_repeat_share", "2")));
    }

    private static int violations(Trainer trainer, Map<String, String> parameters) {
        Violations violations = Violations.ofRequest();
        trainer.check(parameters, violations);
        return violations.found().size();
    }

    private static List<Trainer> trainers(OrderLog log) {
        return List.of(new TrainValue(log), new TrainReturns(log), new TrainReplenishment(log));
    }

    private static ValueAssessment assess(ValueModel model, long orders, Instant last) {
        CustomerOrders customer = new CustomerOrders(
                orders,
                END.minus(Duration.ofDays(300)),
                last,
                50.0 * orders,
                50.0 * orders,
                32.5 * orders,
                List.of(50.0, 50.0, 48.0, 55.0, 50.0, 49.0, 50.0, 51.0),
                Map.of("food", 300.0, "shoes", 100.0));
        return model.assess(customer, END, new SplittableRandom(1));
    }

    private static double metric(Trained trained, String name) {
        return trained.card().metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .mapToDouble(Metric::value)
                .findFirst()
                .orElseThrow();
    }

    private static Trained train(Trainer trainer) {
        return trainer.train(new TrainingContext() {
            @Override
            public Map<String, String> parameters() {
                return Map.of();
            }

            @Override
            public long seed() {
                return 1;
            }

            @Override
            public void report(double progress, String step) {
                assertTrue(progress >= 0 && progress <= 1, step);
            }
        });
    }

    private record FakeLog(Map<String, List<OrderEvent>> customers) implements OrderLog {

        @Override
        public History read(CustomerSample.Limits limits, DoubleConsumer progress) {
            CustomerSample sample = new CustomerSample(limits);
            customers.forEach((customer, events) -> events.forEach(event -> sample.add(customer, event)));
            return new History(sample, 7, customers.isEmpty() ? Instant.EPOCH : END);
        }
    }
}
