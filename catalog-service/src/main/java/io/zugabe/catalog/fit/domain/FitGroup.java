package io.zugabe.catalog.fit.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Products that neither rules nor maker statements can tell apart. */
public final class FitGroup {

    private final long id;
    private final InternedTuple tuple;
    private final SortedMap<String, Membership> asHost;
    private final SortedMap<String, Membership> asPart;

    /**
     * @param asHost the statements that may mean it as a host, by their id
     * @param asPart the statements that may mean it as a part, by their id
     */
    FitGroup(InternedTuple tuple, Map<String, Membership> asHost, Map<String, Membership> asPart) {
        this.tuple = tuple;
        this.asHost = new TreeMap<>(asHost);
        this.asPart = new TreeMap<>(asPart);
        this.id = hash(canonical(tuple.tuple(), this.asHost, this.asPart));
    }

    /** Hash of all that makes the group; equal on every instance; never 0. */
    public long id() {
        return id;
    }

    public InternedTuple tuple() {
        return tuple;
    }

    public String type() {
        return tuple.type();
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
