package org.whitelane.chassis.web;

import org.jspecify.annotations.Nullable;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;

/**
 * On a record that a {@link Body} is read into: what its fields must be to each other. It is asked
 * also when single fields are faulty, so that the caller still needs one round only.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Together {

    Class<? extends Rule> value();

    /** Has a constructor without parameters. */
    interface Rule {

        /**
         * @param fields by name; null where a field is missing or faulty
         * @return with pointers below the record; those about fields that are faulty are dropped
         */
        List<Fault> faults(Map<String, @Nullable Object> fields);
    }
}
