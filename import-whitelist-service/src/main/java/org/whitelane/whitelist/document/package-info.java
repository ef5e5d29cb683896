/**
 * Files that come with a request: what they are, and their bytes. Whose they are and who may read
 * them is the request's business.
 */
@NullMarked
package org.whitelane.whitelist.document;

import org.jspecify.annotations.NullMarked;
