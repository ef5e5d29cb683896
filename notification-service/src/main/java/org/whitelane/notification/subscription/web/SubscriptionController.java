package org.whitelane.notification.subscription.web;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.apidocs.Quota;
import org.whitelane.chassis.apidocs.Refuses;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.web.Body;
import org.whitelane.notification.subscription.EmailAddress;
import org.whitelane.notification.subscription.MailLocale;
import org.whitelane.notification.subscription.SubscriptionService;
import org.whitelane.notification.subscription.SubscriptionStatus;

@RestController
class SubscriptionController {

    private final SubscriptionService subscriptions;

    SubscriptionController(SubscriptionService subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Idempotent
    @PostMapping("/api/v1/notification/subscriptions")
    @Operation(
            summary = "Subscribe an e-mail address to news of the list",
            description =
                    "Nothing is sent to it but one mail that asks for confirmation. Whether"
                            + " the address was known already is not told.")
    @Refuses(beyond = Quota.SIGN_UPS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    public ResponseEntity<SubscriptionView> subscribe(@Body SubscriptionForm form) {
        var id =
                subscriptions.request(
                        EmailAddress.parse(form.email()),
                        MailLocale.parse(form.locale()),
                        form.criteria().toWishes().toCriteria());
        return ResponseEntity.accepted()
                .body(new SubscriptionView(id, SubscriptionStatus.PENDING_CONFIRMATION.name()));
    }
}
