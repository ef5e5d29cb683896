package org.whitelane.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds an event record to its CloudEvents {@code type}, its topic, and says whether it is mailed
 * to subscribers.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    /**
     * {@code org.whitelane.<context>.<aggregate>-<past-tense>.v<major>}, never renamed once
     * published.
     */
    String value();

    Topic topic();

    /**
     * Whether subscribers may get an e-mail about it. A batch is mailed once, its entries are not.
     */
    boolean mail() default false;
}
