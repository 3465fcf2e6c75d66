package io.zugabe.bench.decide;

import io.zugabe.bench.fit.SyntheticCatalog;
import io.zugabe.catalog.fit.domain.FitAnswer;
import io.zugabe.catalog.fit.domain.FitGroup;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.FitTable;
import io.zugabe.catalog.fit.domain.RuleOutcome;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.Change;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.v1.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules see of a synthetic catalog: one product of each design, in the catalog's own classes. All products
 * of a design are in its fit group, so a million products need no more.
 */
final class Designs {

    private final SyntheticCatalog catalog;
    private final RuleSet rules;
    private final FitTable table;
    private final @Nullable FitGroup[] groups;
    private final List<List<String>> typePaths = new ArrayList<>();

    Designs(SyntheticCatalog catalog, RuleSet rules) {
        this.catalog = catalog;
        this.rules = rules;
        this.groups = new FitGroup[catalog.designs()];
        LiveCatalog live = new LiveCatalog(rules);
        live.apply(changes());
        this.table = live.table();
        for (int number = 0; number < catalog.size(); number += stride()) {
            int design = number / stride();
            if (design < groups.length) {
                CatalogEntry entry = live.product(SyntheticCatalog.id(number)).orElseThrow();
                groups[design] = entry.group();
                typePaths.add(List.copyOf(entry.typePath()));
            }
        }
    }

    FitTable table() {
        return table;
    }

    /** The group of a product; null if no rule is about its type. */
    @Nullable
    FitGroup groupOf(int product) {
        return groups[catalog.designOf(product)];
    }

    /** A product's type and those above it. */
    List<String> typePathOf(int product) {
        return typePaths.get(catalog.designOf(product));
    }

    /** How two products go together by the table that the service is told, whichever is the host. */
    boolean fit(int one, int other) {
        FitGroup first = groupOf(one);
        FitGroup second = groupOf(other);
        return first != null && second != null && (fits(first, second) || fits(second, first));
    }

    private boolean fits(FitGroup host, FitGroup part) {
        FitAnswer answer = table.answer(host, part);
        return answer.spoken() && answer.verdict().isFit();
    }

    /** Whether rules speak about the types of two products, whichever is the host. */
    boolean areGated(int one, int other) {
        FitGroup first = groupOf(one);
        FitGroup second = groupOf(other);
        return first != null
                && second != null
                && (!rules.about(first.type(), second.type()).isEmpty()
                        || !rules.about(second.type(), first.type()).isEmpty());
    }

    /** The verdict of a host and a part, every rule about them evaluated anew; null if none speaks. */
    @Nullable
    Verdict evaluate(int host, int part) {
        FitGroup first = groupOf(host);
        FitGroup second = groupOf(part);
        if (first == null || second == null) {
            return null;
        }
        Verdict verdict = null;
        for (FitRule rule : rules.about(first.type(), second.type())) {
            if (rule.judge(first.tuple(), second.tuple()) instanceof RuleOutcome.Spoke spoke) {
                verdict = verdict == null ? spoke.verdict() : verdict.and(spoke.verdict());
            }
        }
        return verdict;
    }

    private int stride() {
        return Math.max(1, catalog.size() / catalog.designs());
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (int design = 0; design < catalog.designs(); design++) {
            Product product = catalog.product(design * stride());
            changes.add(new Change.ProductWritten(design + 1L, ProductMessages.toProduct(product), Instant.EPOCH));
        }
        return changes;
    }
}
