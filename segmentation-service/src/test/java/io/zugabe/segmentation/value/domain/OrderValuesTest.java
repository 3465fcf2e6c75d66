package io.zugabe.segmentation.value.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

@Proves("C7")
class OrderValuesTest {

    @Test
    void manyOrders_speakForThemselves_andFewLeanOnThePopulation() {
        OrderValues population = OrderValues.of(logNormal(2_000, 4, 0.5, 0.5));
        assertEquals(1, population.weight(), 0.15);
        assertEquals(Math.exp(4), population.percentiles().get(9), 3);

        SpendingLimit unknown = population.limit(new double[0]);
        assertEquals(Math.exp(4), unknown.usual(), 3);
        assertEquals(0, unknown.orders());

        double[] steady = new double[60];
        Arrays.fill(steady, 10);
        SpendingLimit known = population.limit(steady);
        assertEquals(10, known.usual(), 0.01);
        assertEquals(10, known.high(), 0.01);
        assertEquals(60, known.orders());

        SpendingLimit once = population.limit(new double[] {10});
        assertTrue(once.usual() < unknown.usual() && once.usual() > 10, once::toString);
    }

    @Test
    void oneHugeOrder_doesNotMoveTheUsualValueMuch() {
        OrderValues population = OrderValues.of(logNormal(2_000, 4, 0.5, 0.5));
        double[] orders = {50, 52, 48, 51, 49, 50, 53, 5_000};
        assertEquals(50.5, population.limit(orders).usual(), 2);
    }

    @Property
    void percentiles_areInOrderAndScaleWithTheCurrency(
            @ForAll @Size(max = 30) List<@DoubleRange(min = 0, max = 1000) Double> values) {
        OrderValues population = OrderValues.of(logNormal(100, 3, 0.4, 0.6));
        double[] own = values.stream().mapToDouble(Double::doubleValue).toArray();
        SpendingLimit limit = population.limit(own);
        assertTrue(limit.usual() <= limit.high());
        assertTrue(limit.usual() > 0);
    }

    @Test
    void oneCustomerWithOneOrder_isAPopulationToo() {
        OrderValues population = OrderValues.of(List.of(new double[] {20}));
        assertEquals(20, population.limit(new double[] {40}).usual(), 1);
    }

    private static List<double[]> logNormal(int customers, double mean, double between, double within) {
        SplittableRandom random = new SplittableRandom(3);
        List<double[]> orders = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double own = mean + between * random.nextGaussian();
            double[] values = new double[1 + random.nextInt(6)];
            Arrays.setAll(values, order -> Math.exp(own + within * random.nextGaussian()));
            orders.add(values);
        }
        return orders;
    }
}
