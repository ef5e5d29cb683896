/**
 * How the JVMs of the local run are started: one set of options for all, and an AOT cache per part
 * that the first start of a build trains and later ones use.
 */
@NullMarked
package org.whitelane.localstack.jvm;

import org.jspecify.annotations.NullMarked;
