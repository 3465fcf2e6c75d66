package io.zugabe.catalog.dispute;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.dispute.domain.Decision;
import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.dispute.domain.MisfitReport;
import io.zugabe.catalog.dispute.domain.ProductPair;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.domain.Placed;
import java.util.List;
import java.util.Optional;

/** Where disputes are kept for good. Changes of one dispute follow one another: none is lost. */
public interface DisputeStore {

    /**
     * Adds a report to the pair's dispute, or opens one; returns the dispute after it. A report that was
     * added before changes nothing, if that is known: for the time of zugabe.catalog.report-retention, and for as
     * long as the dispute shows it.
     *
     * @param verdict what the catalog says about the pair, kept if this is its first report
     * @param evidence ids of what the verdict rests on
     */
    Uni<Placed<Dispute>> report(ProductPair pair, MisfitReport report, Verdict verdict, List<String> evidence);

    /**
     * Decides a dispute; returns it after the decision, or nothing if there is no such dispute. Fails with
     * ETAG_MISMATCH if it is not in the state that the etag names.
     *
     * @param etag empty for any state
     * @param settled CONFIRMED or LIFTED
     */
    Uni<Optional<Placed<Dispute>>> decide(String disputeId, String etag, Dispute.State settled, Decision decision);
}
