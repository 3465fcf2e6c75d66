package io.zugabe.kit.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * The rules of the house that every service keeps (docs/adr/0006-inside-a-service.md). Each rule fails
 * if it finds no classes to judge, so a renamed package cannot switch it off.
 */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    /**
     * Checks all rules for one service.
     *
     * @param rootPackage for instance {@code "io.zugabe.catalog"}
     */
    public static void check(String rootPackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ArchitectureRules::isOurs)
                .importPackages(rootPackage);
        rules(rootPackage).forEach(rule -> rule.allowEmptyShould(false).check(classes));
    }

    /** The generated classes of a room's contracts live under the room's root package, and are judged elsewhere. */
    private static boolean isOurs(Location location) {
        return !location.contains("/v1/");
    }

    private static List<ArchRule> rules(String root) {
        return List.of(
                classes()
                        .that()
                        .resideInAPackage(root + "..domain..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "java..",
                                "org.jspecify..",
                                "org.roaringbitmap..",
                                "it.unimi.dsi.fastutil..",
                                "org.hipparchus..",
                                "org.apache.commons.statistics..",
                                "io.zugabe.assignment..",
                                root + "..domain..")
                        .because("the domain is pure: no I/O, no framework, no transport types"),
                noClasses()
                        .that()
                        .resideInAPackage(root + "..domain..")
                        .should()
                        .callMethod(java.time.Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(Math.class, "random")
                        .because("clock and random are handed to the domain"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(root + "..endpoint..", root + "..adapter..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.zugabe.*.v1..", "com.google.protobuf..")
                        .because("only endpoints and adapters see protobuf types"),
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                        .because("a name says what a class is"),
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..")
                        .because("packages are named after features"),
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(root + "..")
                        .should()
                        .notBeAnnotatedWith("jakarta.inject.Inject")
                        .because("dependencies come through the constructor"));
    }
}
