package io.zugabe.catalog.dispute.domain;

import java.time.Instant;

/** Who decided about a dispute, why and when. */
public record Decision(String actor, String reason, Instant time) {}
