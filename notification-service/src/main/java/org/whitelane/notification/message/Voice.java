package org.whitelane.notification.message;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import java.util.Locale;
import java.util.stream.Stream;

/** The words of the letters, in one reader's language. */
record Voice(MessageSource words, Locale locale) {

    String say(String key) {
        return words.getMessage("mail." + key, null, locale);
    }

    /** Values are text: a number pattern would write year and batch numbers with separators. */
    String say(String key, Object... values) {
        var texts = Stream.of(values).map(String::valueOf).toArray();
        return words.getMessage("mail." + key, texts, locale);
    }

    /** The lists are open: what we have no word for is shown as it came. */
    @Nullable String word(String key, @Nullable String value) {
        return value == null
                ? null
                : words.getMessage("mail.%s.%s".formatted(key, value), null, value, locale);
    }
}
