package io.zugabe.experiment.lifecycle;

import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.Refusals;
import io.zugabe.experiment.domain.Action;
import io.zugabe.experiment.domain.Actor;
import io.zugabe.experiment.domain.AuditEntry;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.RunningSet;
import io.zugabe.experiment.domain.State;
import io.zugabe.experiment.running.RunningSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The store of experiments and replays as maps. */
final class InMemoryStore implements ExperimentStore, CreateReplays, RunningSource {

    final TreeMap<String, Experiment> experiments = new TreeMap<>();
    final List<String> audit = new ArrayList<>();
    private final Map<UUID, Instant> claims = new HashMap<>();
    private final Map<UUID, Experiment> responses = new HashMap<>();
    private long version = 1;

    @Override
    public Uni<Optional<Experiment>> find(String id) {
        return Uni.createFrom().item(Optional.ofNullable(experiments.get(id)));
    }

    @Override
    public Uni<List<Experiment>> list(String after, State state, int limit) {
        return Uni.createFrom()
                .item(experiments.tailMap(after, false).values().stream()
                        .filter(e -> state == null ? e.state() != State.ARCHIVED : e.state() == state)
                        .limit(limit)
                        .toList());
    }

    @Override
    public Uni<Experiment> insert(Experiment draft, Actor by) {
        if (experiments.putIfAbsent(draft.id(), draft) != null) {
            return Uni.createFrom().failure(Refusals.exists(draft.id()));
        }
        audit.add("CREATE " + draft.id() + " " + by.requestId());
        return Uni.createFrom().item(draft);
    }

    @Override
    public Uni<List<Experiment>> lockOccupying() {
        return Uni.createFrom()
                .item(experiments.values().stream()
                        .filter(e -> e.state().occupies())
                        .toList());
    }

    @Override
    public Uni<Experiment> update(Experiment changed, Action action, Actor by) {
        Experiment stored = new Experiment(
                changed.plan(),
                changed.state(),
                changed.revision() + 1,
                changed.createTime(),
                changed.startTime(),
                changed.stopTime());
        experiments.put(stored.id(), stored);
        audit.add(action + " " + stored.id() + " " + by.requestId());
        version++;
        return Uni.createFrom().item(stored);
    }

    @Override
    public Uni<List<AuditEntry>> audit(String id, long before, int limit) {
        throw new UnsupportedOperationException("the audit is read through the API in tests");
    }

    @Override
    public Uni<Optional<Experiment>> claim(UUID requestId, Instant now, Instant forgetBefore) {
        claims.values().removeIf(time -> time.isBefore(forgetBefore));
        boolean first = claims.putIfAbsent(requestId, now) == null;
        return Uni.createFrom().item(first ? Optional.empty() : Optional.of(responses.get(requestId)));
    }

    @Override
    public Uni<Void> remember(UUID requestId, Experiment response) {
        responses.put(requestId, response);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Optional<RunningSet>> loadUnless(long knownVersion) {
        return list("", State.RUNNING, Integer.MAX_VALUE)
                .map(running ->
                        knownVersion == version ? Optional.empty() : Optional.of(new RunningSet(version, running)));
    }
}
