package io.zugabe.catalog.rule.domain;

import io.zugabe.catalog.fit.domain.AttributeTuple;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.schema.domain.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Products that make rules work hard: every attribute is known, texts and lists are as long as they get. */
public final class LongestProducts {

    private static final int LIST_LENGTH = 1_000;
    private static final String LONG_TEXT = "aB3 ".repeat(250);

    private LongestProducts() {}

    /** One of a type. */
    public static AttributeTuple ofType(Schema schema, String type) {
        Map<String, AttributeValue> values = new HashMap<>();
        schema.attributes(type).forEach((key, declared) -> values.put(key, longest(declared)));
        values.put("brand", new AttributeValue.Text(LONG_TEXT));
        values.put("model", new AttributeValue.Text(LONG_TEXT));
        return new AttributeTuple(type, values);
    }

    private static AttributeValue longest(AttributeDeclaration declared) {
        return switch (declared.kind()) {
            case TEXT ->
                new AttributeValue.Text(
                        declared.values().isEmpty()
                                ? LONG_TEXT
                                : declared.values().getLast());
            case NUMBER -> new AttributeValue.Number(1, declared.unit());
            case TRUTH -> new AttributeValue.Truth(true);
            case LIST -> new AttributeValue.TextList(declared.values().isEmpty() ? longList() : declared.values());
            case RANGE -> new AttributeValue.Range(1, 2, declared.unit());
        };
    }

    private static List<String> longList() {
        return IntStream.range(0, LIST_LENGTH)
                .mapToObj(i -> "entry number " + i)
                .toList();
    }
}
