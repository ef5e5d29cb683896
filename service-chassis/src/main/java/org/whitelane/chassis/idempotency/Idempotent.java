package org.whitelane.chassis.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller method that creates: {@code Idempotency-Key} is required, the method runs in one
 * transaction with the stored answer, and a repeat gets that answer. The method returns a {@code
 * ResponseEntity} whose body is a record.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /**
     * The answer carries a secret: it is not stored, and a repeat gets 409 {@code
     * secret-already-shown}.
     */
    boolean secret() default false;

    /**
     * The operation takes {@code ?dryRun=true}: then it needs no key, whatever it did is rolled
     * back, and its answer is 200.
     */
    boolean dryRun() default false;
}
