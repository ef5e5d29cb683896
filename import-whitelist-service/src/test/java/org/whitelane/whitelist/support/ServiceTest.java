package org.whitelane.whitelist.support;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
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
        webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("whitelist")
public @interface ServiceTest {}
