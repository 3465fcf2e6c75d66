package io.zugabe.segmentation.log;

import io.zugabe.segmentation.log.domain.LogMonth;
import io.zugabe.segmentation.log.domain.LogPage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Brings months that are old enough from the database to the archive. A month leaves the database only
 * when everything derived has read it, and its archive was read again and compared; without a place for
 * archives it stays, unless it is configured to go. Of several instances one at a time does this, and nobody is
 * erased from archives meanwhile: whoever was erased while a month was being archived is looked for in
 * its archive afterwards.
 */
@ApplicationScoped
public class RetireMonths {

    private static final Logger LOG = Logger.getLogger(RetireMonths.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration DROP_PATIENCE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int ATTEMPTS = 5;
    private static final EventLog.Most PAGE = new EventLog.Most(2_000, 8 << 20);

    private final EventLog log;
    private final Months months;
    private final Archive archive;
    private final ArchiveLock lock;
    private final LogConfig config;
    private final Clock clock;

    public RetireMonths(EventLog log, Months months, Archive archive, ArchiveLock lock, LogConfig config, Clock clock) {
        this.log = log;
        this.months = months;
        this.archive = archive;
        this.lock = lock;
        this.config = config;
        this.clock = clock;
    }

    /** Retires what is due, oldest first; blocks until that is done. Returns the number of months retired. */
    public int retire() {
        return archive.configured()
                ? lock.holding(this::retireDue).await().atMost(LONGEST).orElse(0)
                : retireDue();
    }

    private int retireDue() {
        LocalDate keptFrom = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .withDayOfMonth(1)
                .minusMonths(config.retentionMonths());
        int retired = 0;
        for (LogMonth month : months.list().await().atMost(PATIENCE)) {
            boolean due = month.until() != null && month.month().isBefore(keptFrom) && !month.dropped();
            if (due && mayGo(month)) {
                retire(month);
                retired++;
            }
        }
        return retired;
    }

    private boolean mayGo(LogMonth month) {
        if (!archive.configured() && !config.dropWithoutArchive()) {
            LOG.infof("%s stays in the database: there is no archive directory", month.month());
            return false;
        }
        long reached = months.derived().await().atMost(PATIENCE);
        boolean read = reached >= Objects.requireNonNull(month.until());
        if (!read) {
            LOG.infof("%s stays in the database until it is read: position %d", month.month(), reached);
        }
        return read;
    }

    private void retire(LogMonth month) {
        if (archive.configured() && month.archive() == null) {
            archive(month);
        } else if (month.archive() != null) {
            compare(archive.verify(month), count(month), month);
        }
        months.drop(month).await().atMost(DROP_PATIENCE);
        LOG.infof("%s left the database", month.month());
    }

    /** Whoever is erased while it is written may be in it or not: then it is written again. */
    private void archive(LogMonth month) {
        UUID id = log.status().await().atMost(PATIENCE).logId();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long erasures = erasures();
            long events = count(month);
            Archive.Written written = archive.write(id, month, position -> page(month, position));
            if (erasures == erasures()) {
                compare(written.events(), events, month);
            }
            if (months.archived(month, written.name(), erasures).await().atMost(PATIENCE)) {
                return;
            }
        }
        throw new IllegalStateException("somebody was erased each time that " + month.month() + " was archived");
    }

    private static void compare(long archived, long events, LogMonth month) {
        if (archived != events) {
            throw new IllegalStateException("the archive of " + month.month() + " holds " + archived + " events, the"
                    + " database " + events + ": after an erasure they are equal again");
        }
    }

    private long erasures() {
        return months.erasures().await().atMost(PATIENCE);
    }

    private long count(LogMonth month) {
        return months.events(month).await().atMost(DROP_PATIENCE);
    }

    private LogPage page(LogMonth month, long position) {
        return log.read(position, Objects.requireNonNull(month.until()), Set.of(), PAGE)
                .await()
                .atMost(PATIENCE);
    }
}
