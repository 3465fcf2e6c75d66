package io.zugabe.catalog.fit.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Products that neither rules nor maker statements can tell apart. */
public final class FitGroup {

    private final long id;
    private final InternedTuple interned;
    private final SortedMap<String, Membership> asHost;
    private final SortedMap<String, Membership> asPart;

    /**
     * @param asHost the statements that may mean it as a host, by their id
     * @param asPart the statements that may mean it as a part, by their id
     */
    FitGroup(InternedTuple interned, Map<String, Membership> asHost, Map<String, Membership> asPart) {
        this.interned = interned;
        this.asHost = new TreeMap<>(asHost);
        this.asPart = new TreeMap<>(asPart);
        this.id = hash(canonical(interned.tuple(), this.asHost, this.asPart));
    }

    /** Hash of all that makes the group; equal on every instance; never 0. */
    public long id() {
        return id;
    }

    /** What rules see of its products. */
    public AttributeTuple tuple() {
        return interned.tuple();
    }

    public String type() {
        return interned.type();
    }

    InternedTuple interned() {
        return interned;
    }

    /** Whether maker statements may mean it, so that rules alone do not decide. */
    boolean isStated() {
        return !asHost.isEmpty() || !asPart.isEmpty();
    }

    /** Whether one of some statements may mean it. */
    boolean isMeantByAny(Set<String> statementIds) {
        return isStated() && statementIds.stream().anyMatch(id -> asHost.containsKey(id) || asPart.containsKey(id));
    }

    /** Whether one of some statements means it as a host, or one of others as a part. */
    boolean isMeantForCertain(Set<String> hostStatements, Set<String> partStatements) {
        return means(asHost, hostStatements) || means(asPart, partStatements);
    }

    private static boolean means(SortedMap<String, Membership> memberships, Set<String> statementIds) {
        return memberships.values().stream()
                .anyMatch(each ->
                        each.certain() && statementIds.contains(each.statement().id()));
    }

    SortedMap<String, Membership> asHost() {
        return asHost;
    }

    SortedMap<String, Membership> asPart() {
        return asPart;
    }

    static String canonical(
            AttributeTuple tuple, SortedMap<String, Membership> asHost, SortedMap<String, Membership> asPart) {
        StringBuilder text = new StringBuilder(tuple.canonical());
        asHost.forEach((id, membership) ->
                text.append("|host ").append(id).append(membership.certain() ? " yes" : " perhaps"));
        asPart.forEach((id, membership) ->
                text.append("|part ").append(id).append(membership.certain() ? " yes" : " perhaps"));
        return text.toString();
    }

    private static long hash(String canonical) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            long hash = ByteBuffer.wrap(digest).getLong();
            return hash == 0 ? 1 : hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
