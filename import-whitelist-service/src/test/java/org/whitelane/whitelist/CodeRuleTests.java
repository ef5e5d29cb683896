package org.whitelane.whitelist;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "org.whitelane.whitelist",
        importOptions = ImportOption.DoNotIncludeTests.class)
class CodeRuleTests {

    /** UuidV7 is a tool of the contract's module, not part of the contract. */
    @ArchTest
    static final ArchRule onlyEventsAndListenersKnowTheContract =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..whitelist.events..")
                    .and()
                    .haveSimpleNameNotEndingWith("Listener")
                    .should()
                    .dependOnClassesThat(
                            DescribedPredicate.describe(
                                    "belong to the event contract",
                                    type ->
                                            type.getPackageName().equals("org.whitelane.events")
                                                    && !type.getSimpleName().equals("UuidV7")));

    @ArchTest
    static final ArchRule domainTypesKnowNoFramework =
            noClasses()
                    .that(
                            DescribedPredicate.describe(
                                    "are records, enums or interfaces outside the edges",
                                    CodeRuleTests::isDomainType))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "org.whitelane.chassis..");

    private static boolean isDomainType(JavaClass type) {
        return (type.isRecord() || type.isEnum() || type.isInterface())
                && !type.getPackageName().endsWith(".web")
                && !type.getPackageName().endsWith(".events");
    }
}
