package io.zugabe.catalog.statement.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A maker statement as a row; the payload is the message, null once deleted. */
@Entity
@Table(name = "maker_statement")
class StatementRow {

    @Id
    String id = "";

    byte @Nullable [] payload;

    long position;

    boolean deleted;

    @Column(name = "update_time")
    Instant updateTime = Instant.EPOCH;
}
