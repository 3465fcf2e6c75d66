package io.zugabe.recommendation.incentives.endpoint;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.decision.adapter.MoneyMapping;
import io.zugabe.recommendation.incentives.IncentiveChange;
import io.zugabe.recommendation.incentives.IncentiveClock;
import io.zugabe.recommendation.incentives.IncentiveStore;
import io.zugabe.recommendation.incentives.LiveIncentives;
import io.zugabe.recommendation.incentives.Redemptions.Result;
import io.zugabe.recommendation.incentives.Spending;
import io.zugabe.recommendation.incentives.StoredIncentive;
import io.zugabe.recommendation.incentives.adapter.IncentiveMessages;
import io.zugabe.recommendation.incentives.adapter.PromiseMessages;
import io.zugabe.recommendation.incentives.domain.LevelCounts;
import io.zugabe.recommendation.incentives.domain.LiveIncentive;
import io.zugabe.recommendation.incentives.domain.Uplift;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.v1.Incentive;
import io.zugabe.recommendation.v1.IncentiveEvidence;
import io.zugabe.recommendation.v1.IncentiveSpending;
import io.zugabe.recommendation.v1.Refusal;
import io.zugabe.recommendation.v1.ValidateIncentiveResponse;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Incentives as they are told, with what they have cost and what is known of them. */
@Singleton
public class IncentiveWriter {

    private static final int LONGEST_DETAIL = 1_000;

    private final IncentiveStore store;
    private final LiveIncentives live;
    private final IncentiveClock clock;
    private final IncentiveReader reader;

    public IncentiveWriter(IncentiveStore store, LiveIncentives live, IncentiveClock clock, IncentiveReader reader) {
        this.store = store;
        this.live = live;
        this.clock = clock;
        this.reader = reader;
    }

    Uni<List<Incentive>> write(List<StoredIncentive> incentives) {
        List<String> ids =
                incentives.stream().map(each -> each.incentive().id()).toList();
        LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
        return store.spending(ids, today, clock.now())
                .map(spending -> incentives.stream()
                        .map(each -> message(
                                each, spending.getOrDefault(each.incentive().id(), Spending.NONE)))
                        .toList());
    }

    private Incentive message(StoredIncentive stored, Spending spending) {
        long remaining = stored.incentive().totalBudget() - spending.spent() - spending.reserved();
        IncentiveSpending.Builder told = IncentiveSpending.newBuilder()
                .setSpent(money(spending.spent()))
                .setReserved(money(spending.reserved()))
                .setRemaining(money(Math.max(0, remaining)))
                .setToday(money(spending.today()))
                .setRedemptions(spending.redemptions());
        live.current().live().stream()
                .filter(each -> each.incentive().id().equals(stored.incentive().id()))
                .map(LiveIncentive::uplift)
                .forEach(uplift -> evidence(uplift, told));
        return IncentiveMessages.message(stored.definition()).toBuilder()
                .setArchived(stored.archived())
                .setEtag(etag(stored))
                .setSpending(told)
                .build();
    }

    private static void evidence(Uplift uplift, IncentiveSpending.Builder told) {
        for (int level = 0; level < uplift.size(); level++) {
            LevelCounts counts = uplift.counts(level);
            told.addEvidence(IncentiveEvidence.newBuilder()
                    .setLevel(level)
                    .setViews(counts.views())
                    .setTaken(counts.taken())
                    .setExpected(counts.expected())
                    .setUplift(uplift.factor(level)));
        }
    }

    private com.google.type.Money money(long micros) {
        return MoneyMapping.message(new Money(reader.currency(), micros));
    }

    static String etag(StoredIncentive stored) {
        return "i" + stored.version();
    }

    /** For the audit: the whole definition in one line. */
    static String describe(Incentive incentive) {
        String text = incentive.toBuilder()
                .clearEtag()
                .clearSpending()
                .clearArchived()
                .build()
                .toString()
                .replaceAll("\\s+", " ")
                .strip();
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + "…";
    }

    static io.zugabe.recommendation.v1.IncentiveChange change(IncentiveChange change) {
        return io.zugabe.recommendation.v1.IncentiveChange.newBuilder()
                .setChangeTime(PromiseMessages.timestamp(change.time()))
                .setActor(change.actor())
                .setAction(change.action())
                .setTarget(change.target())
                .setDetail(change.detail())
                .build();
    }

    static ValidateIncentiveResponse.Builder validation(Result result) {
        return switch (result) {
            case Result.Done ignored ->
                ValidateIncentiveResponse.newBuilder().setDescription("can be redeemed in this order");
            case Result.Refused refused ->
                ValidateIncentiveResponse.newBuilder()
                        .setRefusal(Refusal.valueOf("REFUSAL_" + refused.why().name()))
                        .setDescription("cannot be redeemed: " + refused.why().sentence());
        };
    }
}
