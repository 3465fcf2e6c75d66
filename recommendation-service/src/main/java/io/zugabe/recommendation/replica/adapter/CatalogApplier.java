package io.zugabe.recommendation.replica.adapter;

import io.zugabe.catalog.v1.FitCell;
import io.zugabe.catalog.v1.FitRow;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.common.v1.Verdict;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.replica.domain.CatalogBuilder;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.FitTableBuilder;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Applies the catalog's stream, message by message. A snapshot, and a fit table, is collected apart
 * and takes the place of the old one only when it is complete. One thread at a time.
 */
final class CatalogApplier {

    private final ProductIds ids;
    private final CatalogMapping mapping;
    private @Nullable CatalogBuilder complete;
    private @Nullable CatalogBuilder incoming;
    private @Nullable FitTableBuilder incomingFit;
    private String position = "";
    private boolean changed;

    CatalogApplier(ProductIds ids) {
        this.ids = ids;
        this.mapping = new CatalogMapping(ids);
    }

    /** Forgets what is incomplete; returns the position to go on from. */
    String reopen() {
        incoming = null;
        incomingFit = null;
        return complete == null ? "" : position;
    }

    /** Whether a snapshot is complete. */
    boolean isComplete() {
        return complete != null;
    }

    /** Whether something has changed since the last {@link #publish}. */
    boolean hasChanged() {
        return changed && complete != null;
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
            case SNAPSHOT_BEGIN -> incoming = new CatalogBuilder(ids);
            case SNAPSHOT_END -> {
                completed = incoming != null;
                complete = incoming != null ? incoming : complete;
                incoming = null;
            }
            case FIT_TABLE_BEGIN ->
                incomingFit = new FitTableBuilder(message.getFitTableBegin().getVersion());
            case FIT_TABLE_END -> {
                if (incomingFit != null) {
                    target().replaceFit(incomingFit);
                    incomingFit = null;
                }
            }
            case PRODUCT -> target().put(mapping.product(message.getProduct()));
            case DELETED_PRODUCT_ID -> target().removeProduct(message.getDeletedProductId());
            case RELATION -> target().put(mapping.relation(message.getRelation()));
            case DELETED_RELATION_ID -> target().removeRelation(message.getDeletedRelationId());
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
        changed |= message.getEventCase() != WatchCatalogResponse.EventCase.HEARTBEAT;
        if (!message.getPosition().isEmpty() && incoming == null) {
            position = message.getPosition();
        }
        return completed;
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
        return incomingFit != null ? incomingFit : target().fit();
    }
}
