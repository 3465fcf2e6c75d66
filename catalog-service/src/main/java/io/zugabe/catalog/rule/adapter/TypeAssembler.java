package io.zugabe.catalog.rule.adapter;

import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeKind;
import io.zugabe.catalog.schema.domain.InterchangeFamilies;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.schema.domain.Units;
import io.zugabe.catalog.text.domain.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the types of packs into the schema. */
final class TypeAssembler {

    private static final Pattern KEY = Pattern.compile("[a-z0-9_]{1,60}");

    private TypeAssembler() {}

    static Schema assemble(List<PackFile> files) {
        List<TypeDeclaration> types = new ArrayList<>();
        for (PackFile file : files) {
            orEmpty(file.types()).forEach(block -> types.add(type(file, block)));
        }
        try {
            return new Schema(types);
        } catch (IllegalArgumentException e) {
            throw new PackException(String.valueOf(e.getMessage()));
        }
    }

    private static TypeDeclaration type(PackFile file, PackFile.TypeBlock block) {
        String place = "pack " + file.pack() + ", type " + block.type();
        requireKey(place, block.type());
        List<AttributeDeclaration> attributes = orEmpty(block.attributes()).stream()
                .map(attribute -> attribute(place, attribute))
                .toList();
        String parent = block.parent() == null ? "" : block.parent();
        return new TypeDeclaration(
                block.type(), parent, new LocalizedText(block.name()), attributes, block.consumable(), file.pack());
    }

    private static AttributeDeclaration attribute(String typePlace, PackFile.AttributeBlock block) {
        String place = typePlace + ", attribute " + block.attribute();
        requireKey(place, block.attribute());
        AttributeKind kind = kind(place, block.kind());
        String unit = block.unit() == null ? "" : block.unit();
        if (!unit.isEmpty() && !Units.isKnown(unit)) {
            throw new PackException(place + ": the unit " + unit + " is unknown");
        }
        List<String> values = orEmpty(block.values());
        Map<String, String> synonyms = block.synonyms() == null ? Map.of() : block.synonyms();
        synonyms.forEach((spelling, value) -> {
            if (!values.isEmpty() && !values.contains(value)) {
                throw new PackException(
                        place + ": the synonym " + spelling + " means " + value + ", which is no value");
            }
            if (values.contains(spelling)) {
                throw new PackException(place + ": " + spelling + " is both a value and a synonym");
            }
        });
        List<List<String>> families = orEmpty(block.families());
        for (List<String> family : families) {
            String wrong = InterchangeFamilies.problem(kind, family, values);
            if (!wrong.isEmpty()) {
                throw new PackException(place + ": the family " + family + " " + wrong);
            }
        }
        LocalizedText name = block.name() == null ? LocalizedText.EMPTY : new LocalizedText(block.name());
        return new AttributeDeclaration(
                block.attribute(),
                kind,
                unit,
                values,
                synonyms,
                name,
                families,
                Boolean.TRUE.equals(block.requiredForFit()));
    }

    private static AttributeKind kind(String place, String written) {
        for (AttributeKind kind : AttributeKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(written)) {
                return kind;
            }
        }
        throw new PackException(place + ": the kind " + written + " is none of text, number, truth, list, range");
    }

    private static void requireKey(String place, String key) {
        if (!KEY.matcher(key).matches()) {
            throw new PackException(place + ": a key must be 1 to 60 characters of a-z, 0-9 and _");
        }
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
