package org.whitelane.chassis.web;

import jakarta.servlet.http.HttpServletRequest;

import java.lang.reflect.Method;
import java.util.List;

/** Faults outside of the body that belong into the same answer as the body's. */
@FunctionalInterface
public interface RequestCheck {

    List<Fault> faults(Method handler, HttpServletRequest request);
}
