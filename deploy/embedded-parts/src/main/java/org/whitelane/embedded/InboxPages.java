package org.whitelane.embedded;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The inbox as HTML. Everything in a mail is a stranger's: escaped, and its HTML part shown in a
 * sandbox.
 */
final class InboxPages {

    private static final int SHOWN = 500;

    private static final String FRAME =
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>%s</title>%s
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%%; }
            th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ccc; vertical-align: top; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f5f5f5; padding: 1rem; }
            iframe { width: 100%%; height: 28rem; border: 1px solid #ccc; }
            </style></head><body>
            %s
            </body></html>
            """;

    private InboxPages() {}

    static String list(List<ReceivedMail.Summary> mails) {
        String rows =
                mails.stream().limit(SHOWN).map(InboxPages::row).collect(Collectors.joining("\n"));
        String table =
                mails.isEmpty()
                        ? "<p>No mail yet.</p>"
                        : "<table><tr><th>Received</th><th>To</th><th>Subject</th></tr>"
                                + rows
                                + "</table>";
        String more = mails.size() > SHOWN ? "<p>Only the newest " + SHOWN + " are shown.</p>" : "";
        String body =
                "<h1>Inbox</h1><p>%d mails, for all recipients, newest first. As JSON: <a href=\"/api/messages\">/api/messages</a></p>%s%s"
                        .formatted(mails.size(), table, more);
        return FRAME.formatted("Inbox", "<meta http-equiv=\"refresh\" content=\"5\">", body);
    }

    static String mail(ReceivedMail mail) {
        String body =
                """
                <p><a href="/">Inbox</a></p><h1>%s</h1>
                <table>
                <tr><th>From</th><td>%s</td></tr>
                <tr><th>To</th><td>%s</td></tr>
                <tr><th>Received</th><td>%s</td></tr>
                <tr><th>Message-ID</th><td>%s</td></tr>
                </table>
                <h2>Text</h2>%s<h2>HTML</h2>%s<h2>Links</h2>%s
                <p><a href="/messages/%s/raw">Raw source</a></p>
                """
                        .formatted(
                                escape(mail.subject()),
                                escape(mail.from()),
                                escape(mail.to()),
                                escape(readable(mail.received())),
                                escape(mail.messageId()),
                                text(mail.text()),
                                html(mail.html()),
                                links(mail.links()),
                                escape(mail.id()));
        return FRAME.formatted(escape(mail.subject()), "", body);
    }

    static String notFound() {
        return FRAME.formatted(
                "Not found", "", "<h1>Not found</h1><p><a href=\"/\">To the inbox</a></p>");
    }

    private static String row(ReceivedMail.Summary mail) {
        String subject = mail.subject().isBlank() ? "(no subject)" : mail.subject();
        return "<tr><td>%s</td><td>%s</td><td><a href=\"/messages/%s\">%s</a></td></tr>"
                .formatted(
                        escape(readable(mail.received())),
                        escape(mail.to()),
                        escape(mail.id()),
                        escape(subject));
    }

    private static String text(@Nullable String text) {
        return text == null ? "<p>No text part.</p>" : "<pre>" + escape(text) + "</pre>";
    }

    /** No scripts, no forms, no origin; links open in a tab of their own. */
    private static String html(@Nullable String html) {
        return html == null
                ? "<p>No HTML part.</p>"
                : "<iframe title=\"HTML part\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\"%s\"></iframe>"
                        .formatted(escape("<base target=\"_blank\">" + html));
    }

    private static String links(List<String> links) {
        return links.stream()
                .map(InboxPages::escape)
                .map(
                        link ->
                                "<li><a target=\"_blank\" rel=\"noopener noreferrer\" href=\"%s\">%s</a></li>"
                                        .formatted(link, link))
                .collect(Collectors.joining("\n", "<ul>", "</ul>"));
    }

    private static String escape(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
    }

    /** To the second; the exact instant is in the JSON. */
    private static String readable(String instant) {
        return instant.length() < 19
                ? instant
                : instant.substring(0, 19).replace('T', ' ') + " UTC";
    }
}
