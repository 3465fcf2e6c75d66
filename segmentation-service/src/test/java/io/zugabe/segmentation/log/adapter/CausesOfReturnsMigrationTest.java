package io.zugabe.segmentation.log.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Profiles from before the last purchase's units were counted are built anew from the log. */
class CausesOfReturnsMigrationTest {

    private static final String RUNNING = """
            select count(*) from projection, rebuild
            where name = 'profiles-rebuild' and position = 0 and end_time is null""";

    private final OwnLog own = new OwnLog();

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void profiles_fromBefore_areRebuilt() {
        own.migrate("11").sql("update projection set position = 7 where name = 'profiles'");
        own.migrate("12");
        assertEquals(1, own.number(RUNNING));
    }

    @Test
    void profiles_ofALogThatIsPartlyGone_areKept() {
        own.migrate("11").sql("""
                update projection set position = 7 where name = 'profiles';
                insert into log_segment (month, after_position, until_position, dropped)
                values ('2020-01-01', 0, 3, true)""");
        own.migrate("12");
        assertEquals(0, own.number("select count(*) from projection where name = 'profiles-rebuild'"));
    }

    @Test
    void emptyLog_needsNoRebuild() {
        own.migrate("12");
        assertEquals(0, own.number("select count(*) from rebuild"));
    }
}
