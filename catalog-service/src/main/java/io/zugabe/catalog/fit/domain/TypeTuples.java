package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tuples of one type in the order of their ordinals. Only for the one adding thread. */
final class TypeTuples {

    private final String type;
    private final int number;
    private final Map<String, AttributeDeclaration> declared;
    private final List<InternedTuple> all = new ArrayList<>();
    private final Map<String, InternedTuple> byText = new HashMap<>();

    /**
     * @param number counts the types from 1
     * @param declared how the attributes were declared by which these tuples were read
     */
    TypeTuples(String type, int number, Map<String, AttributeDeclaration> declared) {
        this.type = type;
        this.number = number;
        this.declared = declared;
    }

    Map<String, AttributeDeclaration> declared() {
        return declared;
    }

    String type() {
        return type;
    }

    int number() {
        return number;
    }

    List<InternedTuple> all() {
        return all;
    }

    @Nullable
    InternedTuple find(AttributeTuple tuple) {
        return byText.get(tuple.canonical());
    }

    InternedTuple add(AttributeTuple tuple) {
        InternedTuple added = new InternedTuple(tuple, this, number, all.size());
        all.add(added);
        byText.put(tuple.canonical(), added);
        return added;
    }
}
