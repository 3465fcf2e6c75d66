package io.zugabe.quickstart.imports.mapping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Keys of types and attributes ({@code [a-z0-9_]}, at most 60 characters), made from names that people read. */
final class Keys {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_KEY = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER = Pattern.compile("^_+|_+$");
    private static final int LONGEST = 60;

    private Keys() {}

    /** "Akkus &amp; Ladegeräte" → "akkus_ladegerate"; empty if a name has no letter or digit of ASCII. */
    static String of(String name) {
        String plain = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD);
        String key = NO_KEY.matcher(ACCENTS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT))
                .replaceAll("_");
        String shortened = key.length() > LONGEST + 1 ? key.substring(0, LONGEST + 1) : key;
        String trimmed = OUTER.matcher(shortened).replaceAll("");
        return trimmed.length() > LONGEST
                ? OUTER.matcher(trimmed.substring(0, LONGEST)).replaceAll("")
                : trimmed;
    }
}
