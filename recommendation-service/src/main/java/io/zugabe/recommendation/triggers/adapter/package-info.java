/** Timers and due offers in PostgreSQL, the event log, and webhooks. */
@NullMarked
package io.zugabe.recommendation.triggers.adapter;

import org.jspecify.annotations.NullMarked;
