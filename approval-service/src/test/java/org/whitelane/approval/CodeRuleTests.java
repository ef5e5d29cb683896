package org.whitelane.approval;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

class CodeRuleTests {

    private static final com.tngtech.archunit.core.domain.JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.whitelane.approval");

    @Test
    void onlyTheEventsPackageKnowsTheContract() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.whitelane.approval.events")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.whitelane.events..")
                .check(CODE);
    }

    @Test
    void domainTypesKnowNoFramework() {
        var domain =
                DescribedPredicate.<JavaClass>describe(
                        "records, enums and interfaces of the domain",
                        type -> type.isRecord() || type.isEnum() || type.isInterface());
        classes()
                .that(domain)
                .and()
                .resideInAPackage("org.whitelane.approval.ind")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.whitelane.kernel..",
                        "org.whitelane.approval.ind")
                .check(CODE);
    }

    @Test
    void halfOfTheTypesAreHidden() {
        var types =
                CODE.stream()
                        .filter(
                                type ->
                                        type.isTopLevelClass()
                                                && !type.getSimpleName().equals("package-info"))
                        .toList();
        var hidden =
                types.stream()
                        .filter(
                                type ->
                                        !type.getModifiers()
                                                .contains(
                                                        com.tngtech.archunit.core.domain
                                                                .JavaModifier.PUBLIC));

        assertThat(hidden.count() * 2).isGreaterThanOrEqualTo(types.size());
    }
}
