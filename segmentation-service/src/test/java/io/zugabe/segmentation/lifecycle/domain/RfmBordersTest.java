package io.zugabe.segmentation.lifecycle.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@Proves("C2")
class RfmBordersTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void fifthsOfAHundredDifferentCustomers_areTwentyEach() {
        List<RfmBorders.Customer> customers = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            customers.add(customer(i, i, i * 10));
        }
        RfmBorders borders = RfmBorders.learn(customers, NOW);
        int[] recency = new int[6];
        int[] frequency = new int[6];
        for (RfmBorders.Customer customer : customers) {
            RfmBorders.Cell cell = borders.cell(customer, NOW);
            recency[cell.recency()]++;
            frequency[cell.frequency()]++;
        }

        for (int fifth = 1; fifth <= 5; fifth++) {
            assertEquals(20, recency[fifth]);
            assertEquals(20, frequency[fifth]);
        }
        assertEquals(new RfmBorders.Cell(5, 1, 1), borders.cell(customer(1, 1, 10), NOW));
        assertEquals(new RfmBorders.Cell(1, 5, 5), borders.cell(customer(100, 100, 1_000), NOW));
    }

    @Test
    void equalCustomers_areInTheSameCell() {
        List<RfmBorders.Customer> customers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            customers.add(customer(10, 1, 20));
        }
        RfmBorders borders = RfmBorders.learn(customers, NOW);

        assertEquals(new RfmBorders.Cell(5, 1, 1), borders.cell(customers.getFirst(), NOW));
    }

    private static RfmBorders.Customer customer(int silentDays, int orders, double sales) {
        Instant last = NOW.minus(Duration.ofDays(silentDays));
        return new RfmBorders.Customer(new Rhythm(orders, last, last), sales);
    }
}
