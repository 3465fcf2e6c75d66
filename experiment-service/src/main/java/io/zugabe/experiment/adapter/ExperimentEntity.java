package io.zugabe.experiment.adapter;

import io.zugabe.assignment.ExperimentDesign;
import io.zugabe.assignment.LayerRange;
import io.zugabe.assignment.UnitKind;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.Plan;
import io.zugabe.experiment.domain.State;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of table experiment. */
@Entity
@Table(name = "experiment")
class ExperimentEntity {

    @Id
    String id;

    @Column(name = "name")
    String name;

    @Column(name = "hypothesis")
    String hypothesis;

    @Column(name = "unit")
    @Enumerated(EnumType.STRING)
    UnitKind unit;

    @Column(name = "layer")
    String layer;

    @Column(name = "range_start")
    double rangeStart;

    @Column(name = "range_end")
    double rangeEnd;

    @Column(name = "coverage")
    double coverage;

    @Column(name = "arms")
    String arms;

    @Column(name = "state")
    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "salt_version")
    int saltVersion;

    @Version
    long revision;

    @Column(name = "create_time")
    Instant createTime;

    @Column(name = "start_time")
    @Nullable
    Instant startTime;

    @Column(name = "stop_time")
    @Nullable
    Instant stopTime;

    static ExperimentEntity of(Experiment experiment) {
        ExperimentDesign design = experiment.plan().design();
        ExperimentEntity entity = new ExperimentEntity();
        entity.id = design.id();
        entity.unit = design.unit();
        entity.layer = design.layer();
        entity.createTime = experiment.createTime();
        entity.set(experiment);
        return entity;
    }

    /** Takes over what may change in an experiment's life. */
    final void set(Experiment experiment) {
        ExperimentDesign design = experiment.plan().design();
        name = experiment.plan().name();
        hypothesis = experiment.plan().hypothesis();
        rangeStart = design.layerRange().start();
        rangeEnd = design.layerRange().end();
        coverage = design.coverage();
        arms = ExperimentJson.arms(design.arms()).encode();
        saltVersion = design.saltVersion();
        state = experiment.state();
        startTime = experiment.startTime();
        stopTime = experiment.stopTime();
    }

    final Experiment toDomain() {
        ExperimentDesign design = new ExperimentDesign(
                id,
                unit,
                layer,
                new LayerRange(rangeStart, rangeEnd),
                coverage,
                ExperimentJson.arms(arms),
                saltVersion);
        return new Experiment(new Plan(name, hypothesis, design), state, revision, createTime, startTime, stopTime);
    }
}
