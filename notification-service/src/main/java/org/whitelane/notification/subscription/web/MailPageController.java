package org.whitelane.notification.subscription.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.notification.subscription.EndReason;
import org.whitelane.notification.subscription.LinkOutcome;
import org.whitelane.notification.subscription.MailLocale;
import org.whitelane.notification.subscription.Purpose;
import org.whitelane.notification.subscription.SubscriptionService;

/**
 * Behind the links in our mails. Mail scanners follow links, so a GET only asks; the button's POST
 * acts.
 */
@RestController
@RequestMapping("/mail")
@ApiResponse(
        responseCode = "200",
        description = "A page.",
        content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
@ApiResponse(
        responseCode = "404",
        description = "A page that says the link is not valid any more.",
        content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
class MailPageController {

    private final SubscriptionService subscriptions;
    private final MailPages pages;

    MailPageController(SubscriptionService subscriptions, MailPages pages) {
        this.subscriptions = subscriptions;
        this.pages = pages;
    }

    @GetMapping("/confirm")
    @Operation(
            summary = "Show the subscriber a button that confirms the subscription",
            description =
                    "A page behind the link in the mail. Mail scanners follow links, so "
                            + "reading it changes nothing.")
    ResponseEntity<String> confirm(
            @RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        return switch (subscriptions.look(token, Purpose.CONFIRM)) {
            case LinkOutcome.Offered(var locale) ->
                    pages.ask("confirm", locale, "/mail/confirm", token);
            case LinkOutcome.Done(var locale) -> pages.say("confirmed", locale);
            case LinkOutcome.Invalid _ -> invalid(request);
        };
    }

    @PostMapping("/confirm")
    @Operation(
            summary = "Confirm a subscription",
            description = "What the page's button sends. A repeat says the same again.")
    ResponseEntity<String> confirmed(
            @RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        return result("confirmed", subscriptions.confirm(token), request);
    }

    @GetMapping("/unsubscribe")
    @Operation(
            summary = "Show the subscriber a button that ends the subscription",
            description = "A page behind the link in each mail; reading it changes nothing.")
    ResponseEntity<String> unsubscribe(
            @RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        return switch (subscriptions.look(token, Purpose.UNSUBSCRIBE)) {
            case LinkOutcome.Offered(var locale) ->
                    pages.ask("unsubscribe", locale, "/mail/unsubscribe", token);
            case LinkOutcome.Done(var locale) -> pages.say("unsubscribed", locale);
            case LinkOutcome.Invalid _ -> invalid(request);
        };
    }

    /**
     * Our button says where it stands; whatever else posts here is a mail client's one click (RFC
     * 8058), whose body may come as a form or as multipart: the token in the address is all that
     * counts.
     */
    @PostMapping("/unsubscribe")
    @Operation(
            summary = "End a subscription",
            description =
                    "What the page's button sends, and what mail clients post for their one click"
                        + " (RFC 8058): without cookie, confirmation or redirect. A repeat says the"
                        + " same again.")
    ResponseEntity<String> unsubscribed(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request) {
        var reason = from.equals("page") ? EndReason.PAGE : EndReason.ONE_CLICK;
        return result("unsubscribed", subscriptions.unsubscribe(token, reason), request);
    }

    private ResponseEntity<String> result(
            String page, LinkOutcome outcome, HttpServletRequest request) {
        return switch (outcome) {
            case LinkOutcome.Offered(var locale) -> pages.say(page, locale);
            case LinkOutcome.Done(var locale) -> pages.say(page, locale);
            case LinkOutcome.Invalid _ -> invalid(request);
        };
    }

    private ResponseEntity<String> invalid(HttpServletRequest request) {
        return pages.invalid(MailLocale.closestTo(request.getLocale()));
    }
}
