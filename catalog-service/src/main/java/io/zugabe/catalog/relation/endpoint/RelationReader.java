package io.zugabe.catalog.relation.endpoint;

import com.google.protobuf.Duration;
import io.zugabe.catalog.fit.domain.SelectorVocabulary;
import io.zugabe.catalog.product.domain.Money;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.product.endpoint.MoneyRules;
import io.zugabe.catalog.relation.adapter.RelationMessages;
import io.zugabe.catalog.relation.domain.Relation;
import io.zugabe.catalog.v1.Relation.Timing;
import io.zugabe.kit.error.Violations;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads relations from messages, noting everything that is wrong with them. */
@Singleton
final class RelationReader {

    private static final long LONGEST_DELAY_SECONDS = 3L * 365 * 24 * 3600;

    private final BundleReader bundles;

    RelationReader(@ConfigProperty(name = "zugabe.shop.currency") String currency) {
        this.bundles = new BundleReader(new MoneyRules(currency));
    }

    /**
     * The relation of a message; empty if anything is wrong with it, which is noted.
     *
     * @param vocabulary what selectors can name
     * @param listPrice the price of a product, if it is known
     */
    Optional<Relation> read(
            io.zugabe.catalog.v1.Relation message,
            SelectorVocabulary vocabulary,
            Function<String, Optional<Money>> listPrice,
            Violations violations) {
        Fields.checkId(violations, "relation_id", message.getRelationId());
        SelectorReader.check(violations, "anchor", message.getAnchor(), true);
        SelectorReader.check(violations, "complement", message.getComplement(), true);
        SelectorReader.checkType(violations, "anchor", message.getAnchor(), vocabulary);
        SelectorReader.checkType(violations, "complement", message.getComplement(), vocabulary);
        SelectorReader.checkAttribute(violations, "anchor", message.getAnchor(), vocabulary);
        SelectorReader.checkAttribute(violations, "complement", message.getComplement(), vocabulary);
        checkDifferent(message, violations);
        if (!message.getNeed().isEmpty()) {
            Fields.checkKey(violations, "need", message.getNeed());
        }
        checkTiming(message, violations);
        violations.check(
                message.getStrength() >= 0 && message.getStrength() <= 1,
                "strength",
                message.getStrength(),
                "must be in (0, 1], or 0 for the default");
        violations.check(
                message.getOrigin() != io.zugabe.catalog.v1.Relation.Origin.UNRECOGNIZED,
                "origin",
                message.getOriginValue(),
                "is no origin");
        Fields.checkText(violations, "reason", message.getReason(), false);
        violations.check(
                message.getKind() != io.zugabe.catalog.v1.Relation.Kind.UNRECOGNIZED,
                "kind",
                message.getKindValue(),
                "is no kind");
        TermReader.check(violations, message);
        bundles.check(violations, message, listPrice);
        return violations.isEmpty() ? Optional.of(RelationMessages.toRelation(message)) : Optional.empty();
    }

    /** Types and categories may go with themselves: a lens with another lens. One product may not. */
    private static void checkDifferent(io.zugabe.catalog.v1.Relation message, Violations violations) {
        String why = "is the anchor itself; a product does not go with itself";
        String product = message.getComplement().getProductId();
        boolean bundle = message.getKind() == io.zugabe.catalog.v1.Relation.Kind.KIND_BUNDLE;
        violations.check(
                bundle
                        || product.isEmpty()
                        || !product.equals(message.getAnchor().getProductId()),
                "complement.product_id",
                product,
                why);
        String gtin = message.getComplement().getGtin();
        violations.check(gtin.isEmpty() || !gtin.equals(message.getAnchor().getGtin()), "complement.gtin", gtin, why);
    }

    private static void checkTiming(io.zugabe.catalog.v1.Relation message, Violations violations) {
        violations.check(
                message.getTiming() != Timing.UNRECOGNIZED, "timing", message.getTimingValue(), "is no timing");
        if (!message.hasDelay()) {
            return;
        }
        Duration delay = message.getDelay();
        if (violations.check(
                message.getTiming() == Timing.TIMING_AFTER,
                "delay",
                delay.getSeconds() + " s",
                "belongs to TIMING_AFTER only")) {
            violations.check(
                    delay.getSeconds() >= 0 && delay.getNanos() >= 0 && delay.getSeconds() <= LONGEST_DELAY_SECONDS,
                    "delay",
                    delay.getSeconds() + " s",
                    "must be 0 to 3 years");
        }
    }
}
