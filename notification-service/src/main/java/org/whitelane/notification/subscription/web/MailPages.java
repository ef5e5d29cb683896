package org.whitelane.notification.subscription.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.whitelane.notification.subscription.MailLocale;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Plain HTML in the reader's language: no scripts, nothing loaded, and the token sent to nobody
 * else.
 */
@Component
class MailPages {

    private final TemplateEngine templates;
    private final PageStyle style;

    MailPages(TemplateEngine templates, PageStyle style) {
        this.templates = templates;
        this.style = style;
    }

    /** A question with a button; the button's POST does it. */
    ResponseEntity<String> ask(String page, MailLocale locale, String action, String token) {
        return page(HttpStatus.OK, locale, page, new Button(action, token));
    }

    ResponseEntity<String> say(String page, MailLocale locale) {
        return page(HttpStatus.OK, locale, page, null);
    }

    ResponseEntity<String> invalid(MailLocale locale) {
        return page(HttpStatus.NOT_FOUND, locale, "invalid", null);
    }

    private ResponseEntity<String> page(
            HttpStatus status, MailLocale locale, String page, @Nullable Button button) {
        var values = new Context(locale.locale(), Map.of("page", page, "lang", locale.tag()));
        values.setVariable("button", button);
        values.setVariable("style", style.css());
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", style.contentSecurityPolicy())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Language", locale.tag())
                .body(templates.process("mail/page", values));
    }

    record Button(String action, String token) {}
}
