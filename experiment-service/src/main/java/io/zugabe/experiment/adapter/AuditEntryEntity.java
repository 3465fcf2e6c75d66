package io.zugabe.experiment.adapter;

import io.zugabe.experiment.domain.Action;
import io.zugabe.experiment.domain.Actor;
import io.zugabe.experiment.domain.AuditEntry;
import io.zugabe.experiment.domain.Experiment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of table audit_entry: who did what and when. */
@Entity
@Table(name = "audit_entry")
class AuditEntryEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "experiment_id")
    String experimentId;

    @Column(name = "action")
    @Enumerated(EnumType.STRING)
    Action action;

    @Column(name = "principal")
    String principal;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "time")
    Instant time;

    @Column(name = "experiment")
    String experiment;

    /**
     * An entry.
     *
     * @param afterwards the experiment as it was afterwards
     */
    static AuditEntryEntity of(Action action, Instant time, Experiment afterwards, Actor by) {
        AuditEntryEntity entry = new AuditEntryEntity();
        entry.experimentId = afterwards.id();
        entry.action = action;
        entry.principal = by.principal();
        entry.requestId = by.requestId();
        entry.time = time;
        entry.experiment = ExperimentJson.snapshot(afterwards);
        return entry;
    }

    final AuditEntry toDomain() {
        return new AuditEntry(
                Objects.requireNonNull(id, "stored entries have ids"),
                time,
                new Actor(principal, requestId),
                action,
                ExperimentJson.fromSnapshot(experiment));
    }
}
