package org.whitelane.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The widest audience that may ever see a field. There is no default: a field without one is shown
 * to nobody, and fails the build. Within a record the record's own place narrows: an article's name
 * is public where an entry tells it, and the owner's where a request does.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface For {

    Audience value();
}
