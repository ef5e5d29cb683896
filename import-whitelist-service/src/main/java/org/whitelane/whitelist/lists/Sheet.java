package org.whitelane.whitelist.lists;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file of lines that is written from its top to its end and keeps none of them in memory. */
interface Sheet extends Closeable {

    void line(List<String> cells) throws IOException;
}
