package io.zugabe.catalog.live.adapter;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.zugabe.catalog.live.ChangeLog;
import io.zugabe.catalog.product.endpoint.Samples;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.common.v1.Verdict;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Forgetting old deletions. */
@QuarkusTest
@WithTestResource(value = EmbeddedServersResource.class, initArgs = @ResourceArg(name = "database", value = "catalog"))
@Proves("O3")
class PgChangeLogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Pool pool;

    @Inject
    ChangeLog log;

    static Stream<Arguments> tables() {
        ProductSelector selector = ProductSelector.newBuilder().setType("book").build();
        return Stream.of(
                arguments("product", Samples.product("revived", "book").build().toByteArray()),
                arguments(
                        "relation",
                        Relation.newBuilder()
                                .setRelationId("revived")
                                .setAnchor(selector)
                                .setComplement(selector)
                                .build()
                                .toByteArray()),
                arguments(
                        "maker_statement",
                        MakerStatement.newBuilder()
                                .setStatementId("revived")
                                .addHosts(selector)
                                .addParts(selector)
                                .setVerdict(Verdict.VERDICT_FITS)
                                .setProvenance("page")
                                .build()
                                .toByteArray()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void forgetOldDeletions_keepsWhatIsBroughtBackMeanwhile(String table, byte[] payload) throws Exception {
        entomb(table, "revived");
        entomb(table, "gone");
        SqlConnection writer = pool.getConnection().await().atMost(PATIENCE);
        Transaction transaction = writer.begin().await().atMost(PATIENCE);
        CommitOrder.await(writer)
                .chain(() -> new PayloadTable(table).upsert(writer, List.of("revived"), List.of(payload)))
                .await()
                .atMost(PATIENCE);
        CompletableFuture<Long> forgetting = CompletableFuture.supplyAsync(log::forgetOldDeletions);
        await().until(() ->
                1 == count("pg_stat_activity where wait_event_type = 'Lock' and query like 'with gone as (%'"));
        transaction.commit().await().atMost(PATIENCE);
        forgetting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        writer.close().await().atMost(PATIENCE);
        assertEquals(1, count(table + " where id = 'revived' and not deleted"));
        assertEquals(0, count(table + " where id = 'gone'"));
        deleteAsAClientWould(table, "revived");
    }

    /** Rows that just vanish would stay in the memory of the running service, which other tests look at. */
    private void deleteAsAClientWould(String table, String id) {
        pool.withTransaction(transaction ->
                        CommitOrder.await(transaction).chain(() -> new PayloadTable(table).delete(transaction, id)))
                .await()
                .atMost(PATIENCE);
    }

    private void entomb(String table, String id) {
        query("""
                insert into %s (id, position, deleted, update_time)
                values ('%s', nextval('catalog_position'), true, now() - interval '1 year')""".formatted(table, id));
    }

    private long count(String rows) {
        return pool.query("select count(*) from " + rows)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private void query(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }
}
