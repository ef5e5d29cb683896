/**
 * What is published, as its readers get it: masked for everybody, whole for customs; as pages and
 * as files. Reads what entries and batches keep; nobody depends on it.
 */
@NullMarked
package org.whitelane.whitelist.lists;

import org.jspecify.annotations.NullMarked;
