package io.zugabe.catalog.schema.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Names what was declared of a type at run time; equal on every instance for equal declarations. */
public final class TypeEtag {

    /** Nothing was declared. */
    public static final String NOTHING = "0";

    private static final int BYTES = 8;

    private TypeEtag() {}

    /** The etag of a declaration; empty if there is none. */
    public static String of(Optional<TypeDeclaration> declared) {
        return declared.map(TypeEtag::canonical).map(TypeEtag::hash).orElse(NOTHING);
    }

    /** Maps in the order of their keys: theirs differs from one start to the next. */
    private static String canonical(TypeDeclaration type) {
        List<Object> parts = List.of(
                type.type(),
                type.parent(),
                new TreeMap<>(type.name().texts()),
                type.ownConsumable(),
                type.attributes().stream().map(TypeEtag::canonical).toList());
        return parts.toString();
    }

    private static List<Object> canonical(AttributeDeclaration attribute) {
        return List.of(
                attribute.attribute(),
                attribute.kind().name(),
                attribute.unit(),
                attribute.values(),
                new TreeMap<>(attribute.synonyms()),
                new TreeMap<>(attribute.name().texts()),
                attribute.families(),
                attribute.requiredForFit());
    }

    private static String hash(String canonical) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
