package io.zugabe.recommendation.feedback.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.zugabe.recommendation.feedback.TokenKeys;
import jakarta.inject.Singleton;

/** The key of the tracking tokens in PostgreSQL, where the migration drew it. */
@Singleton
public class PgTokenKeys implements TokenKeys {

    private static final String READ = "select key from tracking_key";

    private final Pool pool;

    public PgTokenKeys(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<byte[]> key() {
        return pool.query(READ)
                .execute()
                .map(rows -> rows.iterator().next().getBuffer(0).getBytes());
    }
}
