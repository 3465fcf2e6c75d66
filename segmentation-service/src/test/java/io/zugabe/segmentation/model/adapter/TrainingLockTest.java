package io.zugabe.segmentation.model.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.pgclient.PgException;
import io.zugabe.segmentation.OwnDatabase;
import io.zugabe.segmentation.model.TrainingRuns;
import io.zugabe.segmentation.model.TrainingRuns.Claim;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrainingLockTest {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final OwnDatabase own = new OwnDatabase();
    private final TrainingRuns runs = new PostgresTrainingRuns(own.pool());

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void claim_thatFails_keepsNobodyFromTraining() {
        queue();
        own.sql("alter table training_run rename to training_run_away");
        assertThrows(PgException.class, this::claim);
        assertEquals(0, locks());
        own.sql("alter table training_run_away rename to training_run");
        assertTrue(claim().isPresent());
    }

    @Test
    void claim_isOneReplicasAlone_untilItIsReleased() {
        queue();
        queue();
        Claim first = claim().orElseThrow();
        assertEquals(Optional.empty(), claim());
        assertEquals(1, locks());
        first.release().await().atMost(LONGEST);
        assertEquals(0, locks());
        Claim second = claim().orElseThrow();
        assertEquals(
                1,
                own.number("select count(*) from training_run where state = 'FAILED' and failure like '%went away'"),
                "it was not ended before its lock was");
        second.release().await().atMost(LONGEST);
        assertEquals(Optional.empty(), claim(), "nothing is queued");
        assertEquals(0, locks());
    }

    private void queue() {
        runs.queue(UUID.randomUUID(), new TrainingRuns.Request("value", Map.of(), false, "anna"), 20)
                .await()
                .atMost(LONGEST);
    }

    private Optional<Claim> claim() {
        return runs.claim().await().atMost(LONGEST);
    }

    private long locks() {
        return own.number("select count(*) from pg_locks where locktype = 'advisory'");
    }
}
