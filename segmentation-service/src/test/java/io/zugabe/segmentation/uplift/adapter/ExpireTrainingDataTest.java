package io.zugabe.segmentation.uplift.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.log.adapter.OwnLog;
import io.zugabe.segmentation.uplift.ExpireTrainingData;
import io.zugabe.segmentation.uplift.UpliftSettings;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data of experiments go after their time, whether anybody trains or not. */
@Proves("C10")
class ExpireTrainingDataTest {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int ROWS = 25_000;

    private final OwnLog own = new OwnLog();
    private final UpliftSettings settings = new UpliftSettings() {
        @Override
        public Duration datasetRetention() {
            return Duration.ofDays(400);
        }

        @Override
        public int mostRows() {
            return 1_000;
        }

        @Override
        public double contactCost() {
            return 0;
        }

        @Override
        public double incentiveCost() {
            return 0;
        }
    };

    @BeforeEach
    void fill() {
        own.migrate("latest");
        dataset("old", ROWS, 401);
        dataset("empty", 0, 500);
        dataset("young", 3, 399);
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void expired_areDeletedInSteps_othersStay() {
        PostgresTrainingData store = new PostgresTrainingData(own.pool());
        assertEquals(
                1_000, store.expire(settings.datasetRetention(), 1_000).await().atMost(LONGEST));
        assertEquals(ROWS - 1_000, own.number("select row_count from training_dataset where name = 'old'"));
        assertEquals(ROWS - 1_000 + 3, own.number("select count(*) from training_row"));

        ExpireTrainingData expire = new ExpireTrainingData(store, settings);
        assertEquals(ROWS - 1_000, expire.expire().await().atMost(LONGEST));
        assertEquals(3, own.number("select count(*) from training_row"));
        assertEquals(1, own.number("select count(*) from training_dataset"));
        assertEquals(3, own.number("select row_count from training_dataset where name = 'young'"));
        assertEquals(0, expire.expire().await().atMost(LONGEST));
    }

    private void dataset(String name, int rows, int days) {
        own.sql("""
                insert into training_dataset (name, feature_names, feature_texts, row_count, actor, update_time)
                values ('%1$s', '{}', '{}', %2$d, 'test', now() - interval '%3$d days');
                insert into training_row (dataset, unit_id, arm, propensity, numbers, texts, matured)
                select '%1$s', i::text, 'a', 0.5, '{}', '{}', true from generate_series(1, %2$d) as i""".formatted(name, rows, days));
    }
}
