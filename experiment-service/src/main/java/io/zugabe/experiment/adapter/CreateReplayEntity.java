package io.zugabe.experiment.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table create_replay. */
@Entity
@Table(name = "create_replay")
class CreateReplayEntity {

    @Id
    @Column(name = "request_id")
    UUID requestId;

    /** The first response; null in the transaction that creates the experiment. */
    @Column(name = "experiment")
    @Nullable
    String experiment;
}
