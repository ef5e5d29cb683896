package org.whitelane.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packagesOf = NotificationApplication.class,
        importOptions = ImportOption.DoNotIncludeTests.class)
class CodeRuleTests {

    @ArchTest
    static final ArchRule onlyTheEdgesKnowTheContract =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..notification.intake..", "..notification.events..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.whitelane.events..");

    @ArchTest
    static final ArchRule onlyDeliveryKnowsSmtp =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..notification.delivery..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule rulesStayPure =
            classes()
                    .that()
                    .haveSimpleName("Criteria")
                    .or()
                    .haveSimpleName("Wishes")
                    .or()
                    .haveSimpleName("EmailAddress")
                    .or()
                    .haveSimpleName("AlertFactory")
                    .or()
                    .haveSimpleName("SmtpVerdict")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackage("org.springframework..");
}
