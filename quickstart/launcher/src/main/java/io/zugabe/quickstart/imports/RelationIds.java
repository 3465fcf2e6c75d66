package io.zugabe.quickstart.imports;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Ids of relations that come from a vocabulary without ids: vocabulary, relationship, anchor and complement,
 * so that importing twice replaces, and an export can tell what a relation was called.
 */
public final class RelationIds {

    private static final int LONGEST = 100;
    private static final Pattern NO_ID = Pattern.compile("[^A-Za-z0-9._:/-]");

    private RelationIds() {}

    static String of(String vocabulary, String relationship, String anchor, String complement) {
        String id = String.join(":", vocabulary, relationship, anchor, complement);
        String plain = NO_ID.matcher(id).replaceAll("_");
        if (plain.length() <= LONGEST && plain.equals(id)) {
            return id;
        }
        CRC32C hash = new CRC32C();
        hash.update(id.getBytes(StandardCharsets.UTF_8));
        String suffix = ":" + HexFormat.of().toHexDigits((int) hash.getValue());
        return plain.substring(0, Math.min(plain.length(), LONGEST - suffix.length())) + suffix;
    }

    /** The relationship in an id of a vocabulary; empty if the id is another's. */
    public static String relationship(String vocabulary, String id) {
        String[] parts = id.split(":", 3);
        return parts.length == 3 && parts[0].equals(vocabulary) ? parts[1] : "";
    }
}
