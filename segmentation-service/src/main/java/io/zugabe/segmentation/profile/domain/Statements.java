package io.zugabe.segmentation.profile.domain;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was stated last: subscriptions, consents, traits.
 *
 * @param newsletter null if never stated
 * @param member null if never stated
 * @param consents by purpose
 * @param traits by key
 */
public record Statements(
        @Nullable Dated<Boolean> newsletter,
        @Nullable Dated<Boolean> member,
        SortedMap<String, Dated<Boolean>> consents,
        SortedMap<String, Dated<TraitValue>> traits) {

    static final Statements NONE = new Statements(null, null, new TreeMap<>(), new TreeMap<>());

    Statements merge(Statements other, Limits limits) {
        return new Statements(
                later(newsletter, other.newsletter),
                later(member, other.member),
                Sums.firstKeys(consents, other.consents, Dated::later, limits.consents()),
                Sums.firstKeys(traits, other.traits, Dated::later, limits.traits()));
    }

    static <V> @Nullable Dated<V> later(@Nullable Dated<V> a, @Nullable Dated<V> b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.later(b);
    }
}
