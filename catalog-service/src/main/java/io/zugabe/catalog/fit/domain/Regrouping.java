package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.schema.domain.AttributeValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts products into the groups of the next table by those that they are in, and by what rules begin to read of them:
 * products of one group that agree in this are in one group again. Only for the one adding thread.
 */
public final class Regrouping {

    private final RuleSet before;
    private final FitTable next;
    private final Map<String, List<String>> begun = new HashMap<>();
    private final Map<Seen, Optional<FitGroup>> known = new HashMap<>();

    public Regrouping(RuleSet before, FitTable next) {
        this.before = before;
        this.next = next;
    }

    /**
     * The next group of a product, whose type is declared as before and which no changed statement means; null if no
     * rule or statement is about it any more.
     *
     * @param group the one that it is in
     */
    public @Nullable FitGroup groupOf(Product product, FitGroup group) {
        List<@Nullable AttributeValue> read = new ArrayList<>();
        for (String attribute : begun.computeIfAbsent(product.type(), this::begunToRead)) {
            read.add(RuleSet.valueOf(attribute, product.brand(), product.model(), product.attributes()));
        }
        return known.computeIfAbsent(new Seen(group, read), _ -> Optional.ofNullable(next.groupOf(product)))
                .orElse(null);
    }

    private List<String> begunToRead(String type) {
        return next.rules().readsOf(type).stream()
                .filter(attribute -> !before.readsOf(type).contains(attribute))
                .toList();
    }

    private record Seen(FitGroup group, List<@Nullable AttributeValue> read) {}
}
