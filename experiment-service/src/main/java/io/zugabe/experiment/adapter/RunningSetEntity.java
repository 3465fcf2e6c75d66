package io.zugabe.experiment.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row of table running_set. */
@Entity
@Table(name = "running_set")
class RunningSetEntity {

    /** Id of the only row. */
    static final int ONLY = 1;

    @Id
    int id;

    @Column(name = "version")
    long version;
}
