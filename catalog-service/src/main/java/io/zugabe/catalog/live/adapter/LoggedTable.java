package io.zugabe.catalog.live.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.catalog.dispute.adapter.DisputeMessages;
import io.zugabe.catalog.live.domain.Change;
import io.zugabe.catalog.product.adapter.OfferMessages;
import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.relation.adapter.RelationMessages;
import io.zugabe.catalog.rule.adapter.StatedRuleMessages;
import io.zugabe.catalog.rule.adapter.TypeMessages;
import io.zugabe.catalog.statement.adapter.StatementMessages;
import io.zugabe.catalog.v1.Dispute;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.Rule;
import io.zugabe.catalog.v1.TypeDeclaration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** The tables that make up the log, each with how its rows are read. A table is named as its constant. */
enum LoggedTable {
    PRODUCT(
            "offer",
            (at, payload, offer) -> new Change.ProductWritten(
                    at.position(),
                    ProductMessages.toProduct(Product.parseFrom(payload)).with(OfferMessages.ofStored(offer)),
                    at.time()),
            (at, id) -> new Change.ProductDeleted(at.position(), id, at.time())),
    RELATION(
            (at, payload, _) ->
                    new Change.RelationWritten(at.position(), RelationMessages.toRelation(Relation.parseFrom(payload))),
            (at, id) -> new Change.RelationDeleted(at.position(), id)),
    MAKER_STATEMENT(
            (at, payload, _) -> new Change.StatementWritten(
                    at.position(), StatementMessages.toStatement(MakerStatement.parseFrom(payload))),
            (at, id) -> new Change.StatementDeleted(at.position(), id)),
    DISPUTE(
            (at, payload, _) ->
                    new Change.DisputeWritten(at.position(), DisputeMessages.toDispute(Dispute.parseFrom(payload))),
            (_, id) -> {
                throw new IllegalStateException("the dispute " + id + " is deleted, which nothing does");
            }),
    PRODUCT_TYPE(
            (at, payload, _) ->
                    new Change.TypeWritten(at.position(), TypeMessages.toType(TypeDeclaration.parseFrom(payload))),
            (at, id) -> new Change.TypeDeleted(at.position(), id)),
    RULE_VERSION(
            (at, payload, _) ->
                    new Change.RuleWritten(at.position(), StatedRuleMessages.toVersion(Rule.parseFrom(payload))),
            (at, id) -> new Change.RuleDeleted(at.position(), id));

    private final String overlay;
    private final Writing writing;
    private final Deletion deletion;

    LoggedTable(Writing writing, Deletion deletion) {
        this("null::bytea", writing, deletion);
    }

    /**
     * @param overlay the column of what lies over the payload, null where there is nothing
     */
    LoggedTable(String overlay, Writing writing, Deletion deletion) {
        this.overlay = overlay;
        this.writing = writing;
        this.deletion = deletion;
    }

    static LoggedTable named(String table) {
        return Arrays.stream(values())
                .filter(each -> each.tableName().equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table of the log is called " + table));
    }

    String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String overlay() {
        return overlay;
    }

    /**
     * @param overlay what lies over the payload; empty for nothing
     */
    Change writing(Placing at, byte[] payload, byte[] overlay) throws InvalidProtocolBufferException {
        return writing.read(at, payload, overlay);
    }

    Change deletion(Placing at, String id) {
        return deletion.read(at, id);
    }

    /** Where in the order of commits a row was written, and when. */
    record Placing(long position, Instant time) {}

    @FunctionalInterface
    private interface Writing {
        Change read(Placing at, byte[] payload, byte[] overlay) throws InvalidProtocolBufferException;
    }

    @FunctionalInterface
    private interface Deletion {
        Change read(Placing at, String id);
    }
}
