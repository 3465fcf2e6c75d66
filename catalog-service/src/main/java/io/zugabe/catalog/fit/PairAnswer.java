package io.zugabe.catalog.fit;

import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.fit.domain.FitAnswer;
import io.zugabe.catalog.fit.domain.FitGroup;
import io.zugabe.catalog.fit.domain.FitTable;
import io.zugabe.catalog.fit.domain.RoleAnswer;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.DisputeIndex;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answer about two products. */
public sealed interface PairAnswer {

    String anchorId();

    String candidateId();

    /** The verdict. */
    Verdict verdict();

    /** A verdict that needs no more words, for those who do not ask why: FITS or DOES_NOT_FIT. */
    record Judged(String anchorId, String candidateId, Verdict verdict) implements PairAnswer {}

    /** One of the products, or both, is unknown. */
    record UnknownProducts(String anchorId, String candidateId, List<String> unknown) implements PairAnswer {
        @Override
        public Verdict verdict() {
            return Verdict.UNKNOWN;
        }
    }

    /** Neither rules nor statements speak about the two. */
    record NothingSaid(String anchorId, String candidateId) implements PairAnswer {
        @Override
        public Verdict verdict() {
            return Verdict.UNKNOWN;
        }
    }

    /**
     * A dispute blocks the two.
     *
     * @param answer of the block, over what would be said without it
     * @param unblocked the answer without the block
     */
    record Blocked(String anchorId, String candidateId, FitAnswer answer, PairAnswer unblocked) implements PairAnswer {

        static Blocked by(Dispute dispute, PairAnswer unblocked) {
            FitAnswer said =
                    unblocked instanceof Answered answered ? answered.answer().answer() : FitAnswer.NOTHING_SAID;
            return new Blocked(
                    unblocked.anchorId(),
                    unblocked.candidateId(),
                    dispute.block().over(said),
                    unblocked);
        }

        @Override
        public Verdict verdict() {
            return answer.verdict();
        }
    }

    /** Something is said about the groups of the two. */
    record Answered(String anchorId, String candidateId, RoleAnswer answer, FitGroup host, FitGroup part)
            implements PairAnswer {
        @Override
        public Verdict verdict() {
            return answer.answer().verdict();
        }

        /** The product in the role that a name such as {@code "host.ports"} begins with. */
        public String productInRoleOf(String name) {
            return name.startsWith("host.") == answer.anchorIsHost() ? anchorId : candidateId;
        }

        /** An attribute by its role and key; null if it is missing. */
        public @Nullable String attribute(String name) {
            FitGroup group = name.startsWith("host.") ? host : part;
            return group.tuple().text(name.substring(name.indexOf('.') + 1));
        }
    }

    /** What would be said about two products that may exist if no dispute blocked them. */
    static PairAnswer of(
            FitTable table,
            String anchorId,
            Optional<CatalogEntry> anchor,
            String candidateId,
            Optional<CatalogEntry> candidate) {
        if (anchor.isPresent() && candidate.isPresent()) {
            return between(table, anchor.get(), candidate.get());
        }
        return new UnknownProducts(
                anchorId,
                candidateId,
                Stream.of(anchorId, candidateId)
                        .filter(id -> id.equals(anchorId) ? anchor.isEmpty() : candidate.isEmpty())
                        .distinct()
                        .toList());
    }

    /** The answer about two products that may exist. */
    static PairAnswer of(
            FitTable table,
            DisputeIndex disputes,
            String anchorId,
            Optional<CatalogEntry> anchor,
            String candidateId,
            Optional<CatalogEntry> candidate) {
        PairAnswer unblocked = of(table, anchorId, anchor, candidateId, candidate);
        return unblocked instanceof UnknownProducts ? unblocked : blockedBy(disputes, unblocked);
    }

    /** The answer about two products. */
    static PairAnswer between(FitTable table, DisputeIndex disputes, CatalogEntry anchor, CatalogEntry candidate) {
        return blockedBy(disputes, between(table, anchor, candidate));
    }

    private static PairAnswer blockedBy(DisputeIndex disputes, PairAnswer unblocked) {
        Dispute dispute = disputes.blocking(unblocked.anchorId(), unblocked.candidateId());
        return dispute == null ? unblocked : Blocked.by(dispute, unblocked);
    }

    /** What would be said about two products if no dispute blocked them. */
    static PairAnswer between(FitTable table, CatalogEntry anchor, CatalogEntry candidate) {
        return of(
                anchor.product().id(),
                anchor.group(),
                candidate.product().id(),
                candidate.group(),
                table.answerEitherWay(anchor.group(), candidate.group()));
    }

    /**
     * An answer about two products of two groups.
     *
     * @param anchorGroup null if nothing is about the anchor
     * @param candidateGroup null if nothing is about the candidate
     */
    static PairAnswer of(
            String anchorId,
            @Nullable FitGroup anchorGroup,
            String candidateId,
            @Nullable FitGroup candidateGroup,
            RoleAnswer answer) {
        if (anchorGroup == null || candidateGroup == null || !answer.answer().spoken()) {
            return new NothingSaid(anchorId, candidateId);
        }
        FitGroup host = answer.anchorIsHost() ? anchorGroup : candidateGroup;
        FitGroup part = answer.anchorIsHost() ? candidateGroup : anchorGroup;
        return new Answered(anchorId, candidateId, answer, host, part);
    }
}
