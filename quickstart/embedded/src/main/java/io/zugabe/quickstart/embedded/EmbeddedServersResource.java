package io.zugabe.quickstart.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a {@code @QuarkusTest} a PostgreSQL database and a Redis of its own. The database's name is the
 * init argument "database".
 */
public final class EmbeddedServersResource implements QuarkusTestResourceLifecycleManager {

    private String database = "test";
    private @Nullable EmbeddedPostgresServer postgres;
    private @Nullable EmbeddedRedisServer redis;

    @Override
    public void init(Map<String, String> initArgs) {
        database = initArgs.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start(0, null, List.of(database));
        EmbeddedRedisServer redis = EmbeddedRedisServer.start(0);
        this.postgres = postgres;
        this.redis = redis;
        return Map.of(
                "ZUGABE_DB_URL", postgres.url(database),
                "ZUGABE_DB_USER", EmbeddedPostgresServer.USER,
                "ZUGABE_DB_PASSWORD", EmbeddedPostgresServer.USER,
                "ZUGABE_REDIS_URL", redis.url(),
                "zugabe.test.redis-port", String.valueOf(redis.port()),
                "zugabe.test.postgres-port", String.valueOf(postgres.port()));
    }

    @Override
    public void stop() {
        if (redis != null) {
            redis.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
