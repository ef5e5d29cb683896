package org.whitelane.chassis.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller parameter read from the JSON body, strictly: unknown and duplicate fields, wrong
 * types, missing fields and every Bean Validation constraint are reported together, each with its
 * JSON pointer.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Body {}
