package org.whitelane.notification.message;

import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

import java.util.Map;

/** The HTML twin of {@link Letter#text()}; the template escapes every value. */
@Component
public class HtmlLetter {

    private final TemplateEngine templates;

    HtmlLetter(TemplateEngine templates) {
        this.templates = templates;
    }

    public String of(Letter letter) {
        var values = Map.<String, Object>of("letter", letter, "lang", letter.locale().tag());
        return templates.process("mail/letter", new Context(letter.locale().locale(), values));
    }
}
