package io.zugabe.recommendation.campaigns;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Who is in segments. */
public interface Audiences {

    /** Whether there is a segment. Fails if that cannot be read. */
    Uni<Boolean> exists(String segment);

    /** A page of members. Fails if it cannot be read. */
    Uni<Members> members(String segment, String page);

    /**
     * Some members.
     *
     * @param subjects "c:" and the customer's id, or "v:" and the visitor's
     * @param next token of the next page; empty if this was the last
     */
    record Members(List<String> subjects, String next) {}
}
