package io.zugabe.catalog.fit;

import io.zugabe.catalog.dispute.domain.ProductPair;
import io.zugabe.catalog.fit.domain.FitAnswer;
import io.zugabe.catalog.fit.domain.FitTable;
import io.zugabe.catalog.fit.domain.SetMember;
import io.zugabe.catalog.fit.domain.SetPair;
import io.zugabe.catalog.fit.domain.SetVerdict;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.LiveCatalog;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers for several products whether they go together as a whole. */
@Singleton
public final class CheckSet {

    private final CatalogFeed feed;

    CheckSet(CatalogFeed feed) {
        this.feed = feed;
    }

    /** The verdict of a set of different products; their order makes no difference. */
    public SetAnswer check(List<String> products) {
        return check(feed.loadedCatalog(), products);
    }

    /** The verdict of a set of different products of a catalog. */
    public static SetAnswer check(LiveCatalog catalog, List<String> products) {
        FitTable table = catalog.table();
        List<CatalogEntry> entries = new ArrayList<>();
        List<SetMember> members = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String id : products.stream().sorted().toList()) {
            catalog.product(id).ifPresentOrElse(entries::add, () -> unknown.add(id));
            members.add(new SetMember(
                    id, catalog.product(id).map(CatalogEntry::typePath).orElse(List.of())));
        }
        Map<ProductPair, PairAnswer> answers = new HashMap<>();
        List<SetPair> said = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            for (int j = i + 1; j < entries.size(); j++) {
                PairAnswer answer = hostFirst(catalog, table, entries.get(i), entries.get(j));
                if (!(answer instanceof PairAnswer.NothingSaid)) {
                    answers.put(ProductPair.of(answer.anchorId(), answer.candidateId()), answer);
                    said.add(pair(table, answer));
                }
            }
        }
        return new SetAnswer(SetVerdict.of(members, said), answers, unknown);
    }

    /** Where a role is known, the host is the anchor. */
    private static PairAnswer hostFirst(LiveCatalog catalog, FitTable table, CatalogEntry one, CatalogEntry other) {
        PairAnswer answer = PairAnswer.between(table, catalog.disputes(), one, other);
        PairAnswer unblocked = answer instanceof PairAnswer.Blocked blocked ? blocked.unblocked() : answer;
        boolean turn = unblocked instanceof PairAnswer.Answered answered
                && !answered.answer().anchorIsHost();
        return turn ? PairAnswer.between(table, catalog.disputes(), other, one) : answer;
    }

    private static SetPair pair(FitTable table, PairAnswer said) {
        if (!(said instanceof PairAnswer.Answered answered)) {
            return new SetPair(said.anchorId(), said.candidateId(), said.verdict(), List.of());
        }
        FitAnswer answer = answered.answer().answer();
        String liftedBy = answer.liftedBy();
        FitAnswer bridged =
                liftedBy.isEmpty() ? answer : table.answerWithBridge(answered.host(), answered.part(), liftedBy);
        return new SetPair(
                said.anchorId(),
                said.candidateId(),
                answer.verdict(),
                answer.limits(),
                bridged.verdict().isFit() ? liftedBy : "",
                bridged.limits());
    }

    /**
     * The verdict of a set.
     *
     * @param answers about the pairs of which something is said, by pair
     * @param unknown ids of products that the catalog does not know, in order
     */
    public record SetAnswer(SetVerdict verdict, Map<ProductPair, PairAnswer> answers, List<String> unknown) {}
}
