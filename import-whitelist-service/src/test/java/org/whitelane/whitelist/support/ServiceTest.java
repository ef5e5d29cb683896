package org.whitelane.whitelist.support;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.whitelane.testing.RealParts;
import org.whitelane.whitelist.ImportWhitelistApplication;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The whole service on a real database and broker; one context for all of them. */
@Target(ElementType.TYPE)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ImportWhitelistApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            // whoever tests what a day brings looks himself
            "whitelane.desk.interval=P1D",
            "whitelane.replacement.interval=P1D",
            "whitelane.bans.interval=P1D",
            "whitelane.signing.key-file=" + ServiceTest.KEY_FILE,
            "whitelane.whitelist.embargo-check=PT0.5S"
        })
@RealParts("whitelist")
@Import(Statements.class)
public @interface ServiceTest {

    /** Wraps what a test instance signs with. */
    String KEY_FILE = "src/test/resources/receipt.key";
}
