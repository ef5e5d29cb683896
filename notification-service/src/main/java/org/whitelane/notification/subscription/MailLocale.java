package org.whitelane.notification.subscription;

import java.util.Arrays;
import java.util.Locale;

/** The languages we write in. */
public enum MailLocale {
    ZH_CN("zh-CN"),
    EN("en");

    private final String tag;

    MailLocale(String tag) {
        this.tag = tag;
    }

    /** BCP 47, as in the HTTP contract and in the {@code lang} attribute. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    public static MailLocale parse(String tag) {
        return Arrays.stream(values())
                .filter(l -> l.tag.equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the language is zh-CN or en"));
    }

    /** For readers whose subscription we cannot find. */
    public static MailLocale closestTo(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? ZH_CN : EN;
    }
}
