package org.whitelane.notification.support;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.whitelane.notification.NotificationApplication;
import org.whitelane.testing.RealParts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The whole service on real parts, seen from outside; one application for all these tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = NotificationApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestMail.class)
@RealParts("notification")
public @interface NotificationTest {}
