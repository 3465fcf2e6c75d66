package io.zugabe.catalog.dispute.domain;

import io.zugabe.catalog.fit.domain.Block;
import io.zugabe.catalog.fit.domain.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was reported about a pair of products, and decided.
 *
 * @param reports the newest, newest first
 * @param reportCount number of reports ever made
 * @param reportedVerdict what the catalog said when the pair was first reported
 * @param reportedEvidence ids of the rules and statements behind that verdict
 * @param decision the latest; null if nobody has decided yet
 * @param history every change of the state, newest first
 */
public record Dispute(
        ProductPair pair,
        State state,
        List<MisfitReport> reports,
        long reportCount,
        Verdict reportedVerdict,
        List<String> reportedEvidence,
        Instant createTime,
        Instant updateTime,
        @Nullable Decision decision,
        List<Step> history) {

    private static final int MOST_REPORTS = 50;
    private static final int MOST_STEPS = 100;

    public Dispute {
        reports = List.copyOf(reports);
        reportedEvidence = List.copyOf(reportedEvidence);
        history = List.copyOf(history);
    }

    /** The dispute that a first report opens. */
    public static Dispute opened(ProductPair pair, MisfitReport report, Verdict verdict, List<String> evidence) {
        return new Dispute(
                pair,
                State.OPEN,
                List.of(report),
                1,
                verdict,
                evidence,
                report.time(),
                report.time(),
                null,
                List.of(Step.of(report)));
    }

    /** The dispute with another report; a lifted one is open again, a confirmed one stays confirmed. */
    public Dispute reported(MisfitReport report) {
        boolean reopens = state == State.LIFTED;
        return new Dispute(
                pair,
                reopens ? State.OPEN : state,
                newestFirst(report, reports, MOST_REPORTS),
                reportCount + 1,
                reportedVerdict,
                reportedEvidence,
                createTime,
                report.time(),
                decision,
                reopens ? newestFirst(Step.of(report), history, MOST_STEPS) : history);
    }

    /**
     * The dispute as somebody decides it.
     *
     * @param settled CONFIRMED or LIFTED
     */
    public Dispute decided(State settled, Decision latest) {
        Step step = new Step(settled, latest.actor(), latest.reason(), latest.time());
        return new Dispute(
                pair,
                settled,
                reports,
                reportCount,
                reportedVerdict,
                reportedEvidence,
                createTime,
                latest.time(),
                latest,
                newestFirst(step, history, MOST_STEPS));
    }

    public String id() {
        return pair.disputeId();
    }

    /** Whether the pair is blocked. */
    public boolean blocks() {
        return switch (state) {
            case OPEN, CONFIRMED -> true;
            case LIFTED -> false;
        };
    }

    /** The block, for verdicts. */
    public Block block() {
        return new Block(id(), state == State.CONFIRMED);
    }

    private static <T> List<T> newestFirst(T newest, List<T> before, int most) {
        List<T> all = new ArrayList<>();
        all.add(newest);
        all.addAll(before.subList(0, Math.min(before.size(), most - 1)));
        return all;
    }

    /** Where a dispute stands. */
    public enum State {
        OPEN,
        CONFIRMED,
        LIFTED
    }

    /**
     * A change of the state.
     *
     * @param state from then on
     * @param actor who decided, or reported
     * @param reason of the decision, or what the report says; may be empty
     */
    public record Step(State state, String actor, String reason, Instant time) {

        static Step of(MisfitReport report) {
            return new Step(State.OPEN, report.actor(), report.comment(), report.time());
        }
    }
}
