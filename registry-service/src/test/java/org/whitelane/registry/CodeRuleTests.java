package org.whitelane.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(
        packages = "org.whitelane.registry",
        importOptions = ImportOption.DoNotIncludeTests.class)
class CodeRuleTests {

    @ArchTest
    static final ArchRule ONLY_THE_EVENTS_FEATURE_KNOWS_THE_PUBLISHED_RECORDS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..registry.events..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.whitelane.events..", "org.whitelane.chassis.journal..");

    @ArchTest
    static final ArchRule RECORDS_ARE_FREE_OF_SPRING =
            noClasses()
                    .that()
                    .areAssignableTo(Record.class)
                    .and()
                    .haveSimpleNameNotEndingWith("Settings")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule WEB_IS_ONLY_FOR_CALLERS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..web..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..registry..web..", "org.whitelane.chassis.web..");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");
}
