package io.zugabe.catalog.rule.endpoint;

import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.fit.domain.SelectorVocabulary;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.relation.endpoint.SelectorReader;
import io.zugabe.catalog.statement.adapter.StatementMessages;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.common.v1.FitLimit;
import io.zugabe.common.v1.Verdict;
import io.zugabe.kit.error.Violations;
import java.util.List;
import java.util.Optional;

/** Reads maker statements from messages, noting everything that is wrong with them. */
final class StatementReader {

    private static final int MOST_SELECTORS = 1_000;
    private static final int MOST_LIMITS = 20;
    private static final int LONGEST_PROVENANCE = 1_000;
    private static final int LONGEST_VALUE = 200;

    private StatementReader() {}

    /** The statement of a message; empty if anything is wrong with it, which is noted. */
    static Optional<MakerStatement> read(
            io.zugabe.catalog.v1.MakerStatement message, SelectorVocabulary vocabulary, Violations violations) {
        Fields.checkId(violations, "statement_id", message.getStatementId());
        checkSelectors(violations, "hosts", message.getHostsList(), vocabulary);
        checkSelectors(violations, "parts", message.getPartsList(), vocabulary);
        boolean stated = switch (message.getVerdict()) {
            case VERDICT_FITS, VERDICT_FITS_WITH_LIMITS, VERDICT_DOES_NOT_FIT -> true;
            case VERDICT_UNKNOWN, VERDICT_UNSPECIFIED, UNRECOGNIZED -> false;
        };
        violations.check(
                stated,
                "verdict",
                message.getVerdict() == Verdict.UNRECOGNIZED ? message.getVerdictValue() : message.getVerdict(),
                "must be VERDICT_FITS, VERDICT_FITS_WITH_LIMITS or VERDICT_DOES_NOT_FIT");
        boolean limited = message.getVerdict() == Verdict.VERDICT_FITS_WITH_LIMITS;
        violations.checkSize("limits", message.getLimitsList(), limited ? 1 : 0, limited ? MOST_LIMITS : 0);
        for (int i = 0; i < Math.min(message.getLimitsCount(), MOST_LIMITS); i++) {
            checkLimit(violations.at("limits[" + i + "]"), message.getLimits(i));
        }
        violations.checkLength("provenance", message.getProvenance(), 1, LONGEST_PROVENANCE);
        Fields.checkText(violations, "sentence", message.getSentence(), false);
        return violations.isEmpty() ? Optional.of(StatementMessages.toStatement(message)) : Optional.empty();
    }

    private static void checkSelectors(
            Violations violations, String field, List<ProductSelector> selectors, SelectorVocabulary vocabulary) {
        violations.checkSize(field, selectors, 1, MOST_SELECTORS);
        for (int i = 0; i < Math.min(selectors.size(), MOST_SELECTORS); i++) {
            String each = field + "[" + i + "]";
            SelectorReader.check(violations, each, selectors.get(i), false);
            SelectorReader.checkType(violations, each, selectors.get(i), vocabulary);
            SelectorReader.checkAttribute(violations, each, selectors.get(i), vocabulary);
        }
    }

    private static void checkLimit(Violations violations, FitLimit limit) {
        Fields.checkKey(violations, "attribute", limit.getAttribute());
        violations.checkLength("got", limit.getGot(), 0, LONGEST_VALUE);
        violations.checkLength("needed", limit.getNeeded(), 0, LONGEST_VALUE);
        Fields.checkText(violations, "sentence", limit.getSentence(), false);
        if (!limit.getLiftedByType().isEmpty()) {
            Fields.checkKey(violations, "lifted_by_type", limit.getLiftedByType());
        }
    }
}
