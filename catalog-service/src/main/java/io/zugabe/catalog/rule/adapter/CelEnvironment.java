package io.zugabe.catalog.rule.adapter;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.parser.CelStandardMacro;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.Schema;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What expressions about one type of host and one of part may name. */
final class CelEnvironment {

    private static final String RANGE = "range";
    /** Rounds of all macros together in one evaluation. */
    static final int MOST_ITERATIONS = 1_000;

    private static final int LONGEST_EXPRESSION = 4_000;
    private static final int DEEPEST_EXPRESSION = 50;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableUnknownTracking(true)
            .populateMacroCalls(true)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .maxExpressionCodePointSize(LONGEST_EXPRESSION)
            .maxParseRecursionDepth(DEEPEST_EXPRESSION)
            .maxRegexProgramSize(LONGEST_EXPRESSION)
            .build();

    private CelEnvironment() {}

    /** The language for rules about two declared types. */
    static Cel of(Schema schema, String hostType, String partType) {
        StructType host = struct(schema, hostType, "host:" + hostType);
        StructType part = struct(schema, partType, "part:" + partType);
        StructType range = StructType.create(RANGE, ImmutableSet.of("min", "max"), _ -> Optional.of(SimpleType.DOUBLE));
        return CelFactory.standardCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(new Types(ImmutableMap.of(host.name(), host, part.name(), part, RANGE, range)))
                .addVar("host", host)
                .addVar("part", part)
                .build();
    }

    private static StructType struct(Schema schema, String type, String name) {
        Map<String, CelType> collected = new TreeMap<>();
        Schema.BUILT_IN.forEach(field -> collected.put(field, SimpleType.STRING));
        schema.attributes(type).forEach((key, declared) -> collected.put(key, celType(declared)));
        ImmutableMap<String, CelType> fields = ImmutableMap.copyOf(collected);
        return StructType.create(
                name, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fields.get(field)));
    }

    private static CelType celType(AttributeDeclaration declared) {
        return switch (declared.kind()) {
            case TEXT -> SimpleType.STRING;
            case NUMBER -> SimpleType.DOUBLE;
            case TRUTH -> SimpleType.BOOL;
            case LIST -> ListType.create(SimpleType.STRING);
            case RANGE -> StructTypeReference.create(RANGE);
        };
    }

    private record Types(ImmutableMap<String, CelType> byName) implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(byName.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(byName.get(name));
        }
    }
}
