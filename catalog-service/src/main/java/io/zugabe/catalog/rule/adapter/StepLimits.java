package io.zugabe.catalog.rule.adapter;

import dev.cel.common.ast.CelExpr;
import io.zugabe.catalog.schema.domain.AttributeKind;
import io.zugabe.catalog.schema.domain.Schema;
import java.util.List;
import java.util.Map;

/** How many steps expressions may take. */
final class StepLimits {

    /** Of all expressions of a rule about two products of ordinary size, of which a catalog has millions of pairs. */
    static final double ORDINARY = 150_000;

    private static final int ORDINARY_TEXT = 60;
    private static final int ORDINARY_LIST = 10;
    private static final int ORDINARY_ENTRY = 40;

    private StepLimits() {}

    /** The steps for products of ordinary size. */
    static double ordinary(CelExpr expr, Schema schema, Map<String, String> typeOfRole) {
        ValueSize text = ValueSize.text(ORDINARY_TEXT);
        ValueSize list = ValueSize.list(ORDINARY_LIST, ValueSize.text(ORDINARY_ENTRY));
        return StepBound.of(expr, (role, attribute) -> {
            var declared = schema.attributes(typeOfRole.getOrDefault(role, "")).get(attribute);
            AttributeKind kind = declared == null ? AttributeKind.TEXT : declared.kind();
            return switch (kind) {
                case TEXT -> text;
                case LIST -> list;
                case NUMBER, TRUTH, RANGE -> ValueSize.SCALAR;
            };
        });
    }

    /** Whether a value is no larger than those of ordinary products. */
    static boolean isOrdinary(Object value) {
        if (value instanceof String text) {
            return text.length() <= ORDINARY_TEXT && text.indexOf('{') < 0;
        }
        if (value instanceof List<?> list) {
            if (list.size() > ORDINARY_LIST) {
                return false;
            }
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof String entry
                        && (entry.length() > ORDINARY_ENTRY || entry.indexOf('{') >= 0)) {
                    return false;
                }
            }
        }
        return true;
    }
}
