package io.zugabe.catalog.rule.domain;

import io.zugabe.catalog.schema.domain.TypeDeclaration;
import java.util.List;

/**
 * What is written of types and rules in one go.
 *
 * @param deletedTypes by name
 * @param deletedVersions by {@link RuleVersion#id()}
 */
public record RuleChange(
        List<TypeDeclaration> types,
        List<String> deletedTypes,
        List<RuleVersion> versions,
        List<String> deletedVersions,
        List<AuditEntry> audit) {

    /** Nothing is written. */
    public static final RuleChange NONE = new RuleChange(List.of(), List.of(), List.of(), List.of(), List.of());

    public RuleChange {
        types = List.copyOf(types);
        deletedTypes = List.copyOf(deletedTypes);
        versions = List.copyOf(versions);
        deletedVersions = List.copyOf(deletedVersions);
        audit = List.copyOf(audit);
    }

    public static RuleChange ofTypes(List<TypeDeclaration> types, List<AuditEntry> audit) {
        return new RuleChange(types, List.of(), List.of(), List.of(), audit);
    }

    public static RuleChange ofVersions(List<RuleVersion> versions, AuditEntry audit) {
        return new RuleChange(List.of(), List.of(), versions, List.of(), List.of(audit));
    }

    /** Whether there is anything to write. */
    public boolean writes() {
        return !(types.isEmpty() && deletedTypes.isEmpty() && versions.isEmpty() && deletedVersions.isEmpty());
    }
}
