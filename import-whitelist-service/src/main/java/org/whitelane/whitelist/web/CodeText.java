package org.whitelane.whitelist.web;

/** How codes of controlled vocabularies are written. */
public final class CodeText {

    public static final String PATTERN = "[A-Z][A-Z0-9_]{0,39}";
    public static final String EXPECTED =
            "must be a code of capital letters, digits and underscores, such as PROCESS_MATERIAL";

    private CodeText() {}
}
