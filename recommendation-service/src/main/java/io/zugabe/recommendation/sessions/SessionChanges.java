package io.zugabe.recommendation.sessions;

import io.zugabe.recommendation.upstream.Reached;
import java.util.List;
import java.util.Map;

/**
 * What has changed in the index of sessions.
 *
 * @param pages pages that have changed, by number, with all their sessions
 * @param firstPage pages before this one are no longer needed
 * @param reached the place of the log that is reached with them
 */
public record SessionChanges(Map<Integer, List<KeptSession>> pages, int firstPage, Reached reached) {}
