package org.whitelane.chassis.apidocs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How an operation is limited, or is away, where that is not as for most; tests compare. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    Quota beyond() default Quota.CALLER;

    Outage without() default Outage.DATABASE;
}
