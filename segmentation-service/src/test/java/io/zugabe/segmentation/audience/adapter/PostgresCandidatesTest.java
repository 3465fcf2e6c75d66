package io.zugabe.segmentation.audience.adapter;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.OwnDatabase;
import io.zugabe.segmentation.assessment.ProfileGroups;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.audience.Candidates;
import io.zugabe.segmentation.audience.domain.KeyRange;
import io.zugabe.segmentation.log.domain.Subject;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Proves("C9")
class PostgresCandidatesTest {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String LOOKED_AT = """
            select coalesce(sum(seq_tup_read + idx_tup_fetch), 0)::bigint
            from pg_stat_user_tables where relname = '%s'""";

    private final OwnDatabase own = new OwnDatabase();

    @AfterEach
    void close() {
        own.close();
    }

    /** Nobody has a profile any more. */
    private static final class Nobody implements ProfileGroups {

        @Override
        public Uni<Map<Subject, ServedProfile>> load(Collection<Subject> subjects) {
            return Uni.createFrom().item(Map.of());
        }

        @Override
        public Uni<Page> after(String key, int most) {
            throw new UnsupportedOperationException("nobody is swept");
        }
    }

    @Test
    void pageOfASmallSegment_looksAtItsMembersOnly() {
        own.sql("""
                insert into assessed (subject, revision, version, assess_time, features, message)
                select 'c-' || lpad(i::text, 6, '0'), i, i, now(), '', '' from generate_series(1, 20000) i;
                insert into segment_membership (subject, segment_id, segment_version, since_time)
                values ('c-000007', 'rare', 1, now()), ('c-015000', 'rare', 1, now()), ('c-019000', 'rare', 1, now()),
                    ('c-030000', 'rare', 1, now())""");
        own.sql("analyze assessed");
        own.sql("analyze segment_membership");
        await().atMost(LONGEST).until(() -> own.number("""
                select n_live_tup from pg_stat_user_tables where relname = 'assessed'""") == 20_000);
        long before = own.number(LOOKED_AT.formatted("assessed"));

        Candidates candidates = new PostgresCandidates(own.pool(), new Nobody());
        KeyRange all = KeyRange.of("c-", false).getFirst();
        Candidates.Page page =
                candidates.page(all, "c-000007", "rare", 500).await().atMost(LONGEST);
        assertEquals(Optional.of("c-030000"), page.lastKey(), "a member who is not assessed");
        assertEquals(
                Optional.of("c-000500"),
                candidates.page(all, "", "", 500).await().atMost(LONGEST).lastKey());
        await().atMost(LONGEST).until(() -> own.number(LOOKED_AT.formatted("assessed")) >= before + 500);
        long looked = own.number(LOOKED_AT.formatted("assessed")) - before;
        assertTrue(looked <= 510, "looked at " + looked + " customers");
    }
}
