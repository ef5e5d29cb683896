/**
 * The real broker, database and mail server of the embedded stack and of the tests, from Maven
 * artefacts alone. Nothing here is a fake: what works against these parts works against the same
 * products installed elsewhere. All of them listen on 127.0.0.1 only.
 */
@NullMarked
package org.whitelane.embedded;

import org.jspecify.annotations.NullMarked;
