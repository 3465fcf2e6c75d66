package io.zugabe.recommendation.replica.adapter;

import io.zugabe.catalog.v1.BlockedPair;
import io.zugabe.catalog.v1.FitCell;
import io.zugabe.catalog.v1.FitRow;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.common.v1.Verdict;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.replica.domain.CatalogBuilder;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.FitTableBuilder;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Applies the catalog's stream, message by message. A snapshot is collected apart and takes the place
 * of the old one only when it is complete; so is a fit table with the products that it regroups, until
 * a message carries a position again. One thread at a time.
 */
final class CatalogApplier {

    private final ProductIds ids;
    private final CatalogMapping mapping;
    private @Nullable CatalogBuilder complete;
    private @Nullable CatalogBuilder incoming;
    private @Nullable StagedTable staged;
    private String position = "";
    private boolean changed;

    CatalogApplier(ProductIds ids, ShopPrices prices) {
        this.ids = ids;
        this.mapping = new CatalogMapping(ids, prices);
    }

    /** Forgets what is incomplete; returns the position to go on from. */
    String reopen() {
        incoming = null;
        staged = null;
        return complete == null ? "" : position;
    }

    /** Whether something has changed since the last {@link #publish}, or waited there for its rank that it can get now. */
    boolean hasChanged(long second) {
        CatalogBuilder builder = complete;
        return builder != null && (changed || builder.isRankingDue(second));
    }

    /** The catalog as far as it is complete; empty until the first snapshot is. */
    Optional<CatalogSnapshot> publish(long second, IntToDoubleFunction popularity) {
        changed = false;
        CatalogBuilder builder = complete;
        return builder == null
                ? Optional.empty()
                : Optional.of(builder.publish(position.isEmpty() ? "0" : position, second, popularity));
    }

    /** Ranks products anew with the next snapshot. */
    void rankAnew() {
        CatalogBuilder builder = complete;
        if (builder != null) {
            builder.rankAnew();
            changed = true;
        }
    }

    /** Applies a message; true if it completed a snapshot. */
    boolean apply(WatchCatalogResponse message) {
        boolean completed = false;
        switch (message.getEventCase()) {
            case SNAPSHOT_BEGIN -> {
                staged = null;
                incoming = new CatalogBuilder(ids);
            }
            case SNAPSHOT_END -> {
                completed = incoming != null;
                complete = incoming != null ? incoming : complete;
                incoming = null;
            }
            case FIT_TABLE_BEGIN -> beginTable(message.getFitTableBegin().getVersion());
            case FIT_TABLE_END -> {
                if (staged != null) {
                    staged.complete();
                }
            }
            case PRODUCT -> {
                Product product = mapping.product(message.getProduct());
                change(catalog -> catalog.put(product));
            }
            case DELETED_PRODUCT_ID -> change(catalog -> catalog.removeProduct(message.getDeletedProductId()));
            case RELATION -> {
                Relation relation = mapping.relation(message.getRelation());
                change(catalog -> catalog.put(relation));
            }
            case DELETED_RELATION_ID -> change(catalog -> catalog.removeRelation(message.getDeletedRelationId()));
            case BLOCKED_PAIR -> block(message.getBlockedPair());
            case FIT_RULE ->
                fit().putRule(
                                message.getFitRule().getRuleNumber(),
                                CatalogMapping.evidence(message.getFitRule().getEvidence()));
            case FIT_GROUP -> fit().putGroup(CatalogMapping.group(message.getFitGroup()));
            case FIT_ROW -> applyRow(message.getFitRow());
            case GATED_TYPES ->
                fit().gate(
                                message.getGatedTypes().getHostType(),
                                message.getGatedTypes().getPartType());
            case HEARTBEAT, EVENT_NOT_SET -> {
                // nothing to apply
            }
        }
        changed |= staged == null && message.getEventCase() != WatchCatalogResponse.EventCase.HEARTBEAT;
        if (!message.getPosition().isEmpty()) {
            reach(message.getPosition());
        }
        return completed;
    }

    /** A snapshot is unseen until it is complete, so its table can go right into it. */
    private void beginTable(String version) {
        if (incoming != null || complete == null) {
            target().replaceFit(new FitTableBuilder(version));
        } else if (staged != null) {
            staged.restart(version);
        } else {
            staged = new StagedTable(version);
        }
    }

    /** The catalog gives a position only where everything up to it belongs together. */
    private void reach(String reached) {
        StagedTable table = staged;
        if (table != null && table.isComplete()) {
            table.moveInto(target());
            staged = null;
            changed = true;
        }
        if (incoming == null && staged == null) {
            position = reached;
        }
    }

    /** Stands beside the fit table, so it need not wait for one that is on its way: what is blocked is so at once. */
    private void block(BlockedPair pair) {
        target().block(pair.getOneProductId(), pair.getOtherProductId(), pair.getBlocked());
        changed = true;
    }

    private void change(Consumer<CatalogBuilder> change) {
        if (staged != null) {
            staged.add(change);
        } else {
            change.accept(target());
        }
    }

    private void applyRow(FitRow row) {
        FitTableBuilder fit = fit();
        for (FitCell cell : row.getCellsList()) {
            if (cell.getVerdict() == Verdict.VERDICT_DOES_NOT_FIT) {
                fit.exclude(row.getHostGroupId(), cell.getPartGroupId());
            } else {
                CatalogMapping.cell(cell)
                        .ifPresentOrElse(
                                fits -> fit.fits(row.getHostGroupId(), cell.getPartGroupId(), fits),
                                () -> fit.fitsNot(row.getHostGroupId(), cell.getPartGroupId()));
            }
        }
    }

    /** Changes can only follow a snapshot; should a catalog send one before, it is collected as the start of one. */
    private CatalogBuilder target() {
        CatalogBuilder builder = incoming != null ? incoming : complete;
        if (builder == null) {
            builder = new CatalogBuilder(ids);
            incoming = builder;
        }
        return builder;
    }

    private FitTableBuilder fit() {
        return staged != null ? staged.fit() : target().fit();
    }
}
