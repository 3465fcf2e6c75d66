package io.zugabe.segmentation.assessment.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.assessment.Sweeps;
import io.zugabe.segmentation.assessment.domain.Sweep;
import io.zugabe.segmentation.log.adapter.OwnLog;
import io.zugabe.segmentation.log.domain.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas, one sweep. */
@Proves("C2")
class SweepOnceTest {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int CUSTOMERS = 100;
    private static final int PART = 7;

    private final OwnLog own = new OwnLog();

    @BeforeEach
    void fill() {
        own.migrate("latest");
        own.sql("insert into profile select 'c-' || to_char(i, 'FM000'), i, '' from generate_series(1, %d) as i"
                .formatted(CUSTOMERS));
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void replicas_atTheSameTime_assessEverybodyOnce() {
        List<CompletableFuture<List<Subject>>> replicas = IntStream.range(0, 2)
                .mapToObj(i -> new PostgresSweeps(own.pool()))
                // threads of a pool would have the class loader of whatever test used them first
                .map(sweeps -> CompletableFuture.supplyAsync(
                        () -> sweep(sweeps), replica -> Thread.ofPlatform().start(replica)))
                .toList();
        List<String> assessed = replicas.stream()
                .flatMap(replica -> replica.join().stream())
                .map(Subject::key)
                .sorted()
                .toList();
        assertEquals(
                IntStream.rangeClosed(1, CUSTOMERS)
                        .mapToObj("c-%03d"::formatted)
                        .toList(),
                assessed);
    }

    @Test
    void replicaThatReadBeforeASweepBegan_doesNotBeginAnotherAfterIt() {
        Sweeps fast = new PostgresSweeps(own.pool());
        Sweeps slow = new PostgresSweeps(own.pool());
        Sweep before = await(slow.read());
        sweep(fast);
        await(slow.begin(before));
        assertFalse(await(slow.read()).running());
    }

    @Test
    void replicaThatDied_isReplaced() {
        Sweeps dead = new PostgresSweeps(own.pool());
        Sweeps next = new PostgresSweeps(own.pool());
        await(dead.begin(await(dead.read())));
        assertTrue(await(dead.claim(await(dead.read()))));
        assertFalse(await(next.claim(await(next.read()))));
        own.sql("update assessment_sweep set leased_until = now() - interval '1 second'");
        assertTrue(await(next.claim(await(next.read()))));
        assertFalse(await(dead.claim(await(dead.read()))), "it was not dead, but too slow");
    }

    private static List<Subject> sweep(Sweeps sweeps) {
        List<Subject> assessed = new ArrayList<>();
        Sweep sweep = await(sweeps.read());
        if (sweep.start() == null) {
            await(sweeps.begin(sweep));
        }
        for (sweep = await(sweeps.read()); sweep.running(); sweep = await(sweeps.read())) {
            if (await(sweeps.claim(sweep))) {
                List<Subject> part = await(sweeps.next(sweep, PART));
                assessed.addAll(part);
                await(part.isEmpty() ? sweeps.end(sweep) : sweeps.advance(sweep, part));
            }
        }
        return assessed;
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(LONGEST);
    }
}
