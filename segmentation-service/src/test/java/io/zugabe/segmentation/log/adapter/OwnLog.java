package io.zugabe.segmentation.log.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zugabe.quickstart.embedded.EmbeddedPostgresServer;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.log.Archive;
import io.zugabe.segmentation.log.ArchiveLock;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.LogConfig;
import io.zugabe.segmentation.log.Months;
import io.zugabe.segmentation.log.RetireMonths;
import io.zugabe.segmentation.log.domain.Appended;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.LogStatus;
import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.log.domain.NewEvent;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.v1.Event;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;

/** A log in a database of its own, by a clock that can be set. */
public final class OwnLog implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String NAME = "segmentation";

    private final EmbeddedPostgresServer server = EmbeddedPostgresServer.start(0, null, List.of(NAME));
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final PostgresMonths months;
    private final SetClock clock = new SetClock();

    public OwnLog() {
        PgConnectOptions options = PgConnectOptions.fromUri(server.url(NAME))
                .setUser(EmbeddedPostgresServer.USER)
                .setPassword(EmbeddedPostgresServer.USER)
                .setCachePreparedStatements(true);
        pool = new Pool(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(options)
                .using(vertx.getDelegate())
                .build());
        months = new PostgresMonths(pool);
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.now();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("everything is UTC");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Brings the schema up to a version. */
    public OwnLog migrate(String version) {
        Flyway.configure()
                .dataSource("jdbc:" + server.url(NAME), EmbeddedPostgresServer.USER, EmbeddedPostgresServer.USER)
                .target(version)
                .load()
                .migrate();
        return this;
    }

    public OwnLog at(Instant now) {
        clock.now = now;
        return this;
    }

    public void sql(String statements) {
        pool.query(statements).executeAndAwait();
    }

    public long number(String query) {
        return pool.query(query).executeAndAwait().iterator().next().getLong(0);
    }

    public Pool pool() {
        return pool;
    }

    public EventLog log(Optional<Path> archive) {
        return new PostgresEventLog(pool, new ArchivedMonths(months, new ArchiveFiles(config(archive, false))), clock);
    }

    public Archive archive(Path directory) {
        return archive(Optional.of(directory));
    }

    public Archive archive(Optional<Path> directory) {
        return new ArchiveFiles(config(directory, false));
    }

    public ArchiveLock lock() {
        return new PostgresArchiveLock(pool);
    }

    public Months months() {
        return months;
    }

    public int retire(Optional<Path> archive, boolean dropWithoutArchive) {
        return retire(log(archive), config(archive, dropWithoutArchive));
    }

    /** Retires months, and does something after the first page of events was read. */
    int retire(Path archive, Runnable meanwhile) {
        EventLog log = log(Optional.of(archive));
        AtomicBoolean done = new AtomicBoolean();
        EventLog interrupted = new EventLog() {
            @Override
            public Uni<Appended> append(List<NewEvent> events) {
                return log.append(events);
            }

            @Override
            public Uni<LogPage> read(long after, long upTo, Set<EventKind> kinds, Most most) {
                LogPage page = log.read(after, upTo, kinds, most).await().atMost(LONGEST);
                if (!page.events().isEmpty() && done.compareAndSet(false, true)) {
                    meanwhile.run();
                }
                return Uni.createFrom().item(page);
            }

            @Override
            public Uni<LogStatus> status() {
                return log.status();
            }
        };
        return retire(interrupted, config(Optional.of(archive), false));
    }

    private int retire(EventLog log, LogConfig config) {
        return new RetireMonths(log, months, new ArchiveFiles(config), lock(), config, clock).retire();
    }

    private static LogConfig config(Optional<Path> archive, boolean dropWithoutArchive) {
        return new LogConfig() {
            @Override
            public int retentionMonths() {
                return 2;
            }

            @Override
            public Optional<Path> archiveDirectory() {
                return archive;
            }

            @Override
            public boolean dropWithoutArchive() {
                return dropWithoutArchive;
            }

            @Override
            public UnknownProducts unknownProducts() {
                return UnknownProducts.ACCEPT;
            }

            @Override
            public Optional<String> catalogTarget() {
                return Optional.empty();
            }
        };
    }

    public Appended append(Event... events) {
        return log(Optional.empty())
                .append(Arrays.stream(events).map(OwnLog::newEvent).toList())
                .await()
                .atMost(LONGEST);
    }

    private static NewEvent newEvent(Event event) {
        return new NewEvent(
                event.getEventId(),
                Events.NOON,
                Subject.customer(event.getCustomerId()),
                EventKind.valueOf(event.getWhatCase().name()),
                ByteBuffer.wrap(event.toByteArray()).asReadOnlyBuffer());
    }

    /** Everything after a position, read page by page. */
    public static List<LoggedEvent> read(EventLog log, long after, Set<EventKind> kinds, int most) {
        long end = log.status().await().atMost(LONGEST).endPosition();
        List<LoggedEvent> events = new ArrayList<>();
        long position = after;
        while (position < end) {
            LogPage page = log.read(position, end, kinds, new EventLog.Most(most, 1 << 20))
                    .await()
                    .atMost(LONGEST);
            events.addAll(page.events());
            position = page.position();
        }
        return events;
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
        server.close();
    }
}
