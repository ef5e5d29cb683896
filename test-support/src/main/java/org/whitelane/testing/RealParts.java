package org.whitelane.testing;

import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a Spring test a real database, broker and token issuer, by setting the properties a
 * deployment would set. After the class, every event that a service has journalled is held against
 * its published schema.
 */
@Documented
@Inherited
@ExtendWith(ContractExtension.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealParts {

    /**
     * The database's name, also the first part of its roles' names; empty for an application
     * without a database.
     */
    String value() default "";

    /** False spares a test that touches no topic the broker's two seconds. */
    boolean broker() default true;
}
