/** Following the event log for what visitors look at, and keeping visits over restarts. */
@NullMarked
package io.zugabe.recommendation.sessions.adapter;

import org.jspecify.annotations.NullMarked;
