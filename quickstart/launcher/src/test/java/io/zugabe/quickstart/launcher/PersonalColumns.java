package io.zugabe.quickstart.launcher;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Columns that by their name may hold whom something is about. A new one is declared here after it was seen to that it is
 * erased with the person, or that it holds nobody.
 */
final class PersonalColumns {

    /** As "database.table.column". */
    static final SortedSet<String> DECLARED = new TreeSet<>(List.of(
            // nobody: kinds of units, units of measure, what an audit entry is about
            "catalog.audit_entry.subject",
            "experiment.experiment.unit",
            "segmentation.trait_feature.unit",
            // digests only
            "recommendation.decision_erasure.digests",
            "segmentation.erased_subject.digest",
            "segmentation.event_identity.digest",
            "segmentation.profile_read.subject_digest",
            // forgotten by itself when the erasure is complete
            "segmentation.erasure.subject_keys",
            // erased with the person
            "recommendation.basket.subject",
            "recommendation.decision.subjects",
            "recommendation.due_offer.subject",
            "recommendation.due_timer.subject",
            "recommendation.incentive_redemption.subject",
            "recommendation.misfit_return.subject",
            "recommendation.refund_line.subject",
            "recommendation.session_page.sessions",
            "recommendation.tracked_line.customer",
            "recommendation.tracked_line.subject",
            "recommendation.tracked_line.visitor",
            "recommendation.tracked_offer.customer",
            "recommendation.tracked_offer.visitor",
            "recommendation.tracked_return.subject",
            "recommendation.trigger_cart.subject",
            "segmentation.assessed.subject",
            "segmentation.event_log.subject",
            "segmentation.identity_edge.from_subject",
            "segmentation.identity_edge.into_subject",
            "segmentation.identity_edge_shadow.from_subject",
            "segmentation.identity_edge_shadow.into_subject",
            "segmentation.identity_member.canonical",
            "segmentation.identity_member.subject",
            "segmentation.identity_member_shadow.canonical",
            "segmentation.identity_member_shadow.subject",
            "segmentation.profile.subject",
            "segmentation.profile_shadow.subject",
            "segmentation.replenishment_due.customer",
            "segmentation.segment_membership.subject",
            "segmentation.training_row.unit_id"));

    private PersonalColumns() {}
}
