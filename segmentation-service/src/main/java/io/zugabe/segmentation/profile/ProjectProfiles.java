package io.zugabe.segmentation.profile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the profiles forward by one run of the log. The profiles and the position they stand for are
 * committed together, and only if nobody else has moved on meanwhile, so each event counts once,
 * whatever crashes and however many instances try.
 */
@ApplicationScoped
public class ProjectProfiles {

    private static final EventLog.Most RUN = new EventLog.Most(10_000, 16 << 20);

    private final EventLog log;
    private final EventDecoder decoder;
    private final ProfileStore store;
    private final ProfilesAdvanced advanced;
    private final Counter projected;
    private volatile ReadAhead readAhead = ReadAhead.NONE;

    public ProjectProfiles(
            EventLog log, EventDecoder decoder, ProfileStore store, ProfilesAdvanced advanced, MeterRegistry metrics) {
        this.log = log;
        this.decoder = decoder;
        this.store = store;
        this.advanced = advanced;
        this.projected = metrics.counter("zugabe.profiles.projected");
    }

    /** What one run did. */
    public enum Outcome {
        /** Profiles were brought forward. */
        ADVANCED,
        /** There was nothing to do. */
        CAUGHT_UP,
        /** Another instance was faster. */
        OVERTAKEN
    }

    /**
     * The result of one run.
     *
     * @param position everything up to here is in the profiles
     */
    public record Result(Outcome outcome, long position) {}

    /**
     * Applies the next run of the log.
     *
     * @param end the end of the log, as far as known
     */
    public Uni<Result> project(long end) {
        return store.progress()
                .chain(progress -> progress.position() >= end
                        ? Uni.createFrom().item(new Result(Outcome.CAUGHT_UP, progress.position()))
                        : projectAfter(progress, end));
    }

    private Uni<Result> projectAfter(ProfileStore.Progress from, long end) {
        return page(from, end)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(page -> readAhead(from, page, end))
                .chain(page -> apply(from, page));
    }

    /** Reads the next run, unless that was done while the one before was stored. */
    private Uni<LogPage> page(ProfileStore.Progress from, long end) {
        ReadAhead ready = readAhead;
        readAhead = ReadAhead.NONE;
        return ready.position() == from.position() && ready.erasures() == from.erasures()
                ? ready.page()
                : log.read(from.position(), end, Set.of(), RUN);
    }

    /** The last run before the end is not read ahead: it would be short, and more may come meanwhile. */
    private void readAhead(ProfileStore.Progress from, LogPage page, long end) {
        if (end - page.position() >= RUN.events()) {
            Uni<LogPage> next =
                    log.read(page.position(), end, Set.of(), RUN).memoize().indefinitely();
            next.subscribe().with(read -> {}, failure -> {});
            readAhead = new ReadAhead(page.position(), from.erasures(), next);
        }
    }

    /**
     * A run that is being read.
     *
     * @param position it follows this position
     * @param erasures of which there had been so many; what was read before another is not used
     */
    private record ReadAhead(long position, long erasures, Uni<LogPage> page) {

        static final ReadAhead NONE = new ReadAhead(-1, -1, Uni.createFrom().nothing());
    }

    private Uni<Result> apply(ProfileStore.Progress from, LogPage page) {
        RunOfEvents run = new RunOfEvents();
        page.events().forEach(logged -> run.add(decoder.decode(logged), logged.position()));
        return store.load(run.additions().keySet())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(known -> merge(known, run.additions()))
                .chain(changed -> store.commit(from, page.position(), changed, run.edges()))
                .map(committed -> committed ? committed(page, run) : new Result(Outcome.OVERTAKEN, from.position()));
    }

    private Result committed(LogPage page, RunOfEvents run) {
        projected.increment(page.events().size());
        advanced.to(page.position(), run.pressing());
        return new Result(Outcome.ADVANCED, page.position());
    }

    private static Collection<VersionedProfile> merge(
            List<VersionedProfile> known, Map<Subject, VersionedProfile> additions) {
        Map<Subject, VersionedProfile> changed = new HashMap<>(additions);
        for (VersionedProfile before : known) {
            changed.computeIfPresent(
                    before.profile().subject(),
                    (subject, addition) ->
                            new VersionedProfile(before.profile().merge(addition.profile()), addition.version()));
        }
        return changed.values();
    }
}
