package io.zugabe.segmentation.profile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.CustomerEvent;
import io.zugabe.segmentation.profile.domain.Happening;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.Profile;
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
    private final RefreshCache refreshCache;
    private final Counter projected;
    private volatile long ownPosition;
    private volatile ReadAhead readAhead = ReadAhead.NONE;
    /** The run's write to the cache, beside which the next run goes on; one at a time. */
    private volatile Uni<Void> cacheWrite = Uni.createFrom().voidItem();

    public ProjectProfiles(
            EventLog log, EventDecoder decoder, ProfileStore store, RefreshCache refreshCache, MeterRegistry metrics) {
        this.log = log;
        this.decoder = decoder;
        this.store = store;
        this.refreshCache = refreshCache;
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
                .invoke(this::takeOver)
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
        Map<Subject, VersionedProfile> additions = additions(page.events());
        return store.load(additions.keySet())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(known -> merge(known, additions))
                .chain(changed -> commit(from, page, changed));
    }

    private Uni<Result> commit(ProfileStore.Progress from, LogPage page, Collection<VersionedProfile> changed) {
        ProfileStore.Progress to = new ProfileStore.Progress(page.position(), refreshCache.reached(), from.erasures());
        return store.commit(from, to, changed)
                .chain(committed -> committed
                        ? committed(page, changed)
                        : Uni.createFrom().item(new Result(Outcome.OVERTAKEN, from.position())));
    }

    private Uni<Result> committed(LogPage page, Collection<VersionedProfile> changed) {
        projected.increment(page.events().size());
        ownPosition = page.position();
        Result result = new Result(Outcome.ADVANCED, page.position());
        return cacheWrite.map(written -> {
            cacheWrite = refreshCache.write(changed, page.position()).memoize().indefinitely();
            cacheWrite.subscribe().with(ignored -> {});
            return result;
        });
    }

    /** Another instance, or this one in an earlier life, has committed last: it may have been killed before it wrote the cache. */
    private void takeOver(ProfileStore.Progress progress) {
        if (progress.position() != ownPosition) {
            ownPosition = progress.position();
            if (progress.cachedPosition() < progress.position()) {
                refreshCache.suspectAfter(progress.cachedPosition());
            }
        }
    }

    private Map<Subject, VersionedProfile> additions(List<LoggedEvent> events) {
        Map<Subject, VersionedProfile> additions = new HashMap<>();
        for (LoggedEvent logged : events) {
            CustomerEvent event = decoder.decode(logged);
            if (event.what() instanceof Happening.SubjectsErased) {
                continue;
            }
            VersionedProfile before = additions.get(event.subject());
            Profile profile = before == null ? Profile.empty(event.subject(), Limits.STANDARD) : before.profile();
            additions.put(event.subject(), new VersionedProfile(profile.with(event), logged.position()));
        }
        return additions;
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
