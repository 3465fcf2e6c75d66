package io.zugabe.recommendation.triggers;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Webhooks where they are kept. */
public interface Webhooks {

    /** All of them, by id. */
    Uni<List<Webhook>> all();

    /** Adds one; fails if its id or one of its channels is taken, or if there are too many. */
    Uni<Webhook> create(Webhook webhook, String actor);

    /** Deletes one; false if there is none. */
    Uni<Boolean> delete(String id, String actor);
}
