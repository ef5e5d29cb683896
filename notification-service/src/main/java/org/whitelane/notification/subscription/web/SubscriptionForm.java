package org.whitelane.notification.subscription.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Format;
import org.whitelane.notification.alert.AlertKind;
import org.whitelane.notification.subscription.EmailAddress;
import org.whitelane.notification.subscription.MailLocale;
import org.whitelane.notification.subscription.Wishes;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What one fills in to subscribe. */
record SubscriptionForm(
        @Format(EmailAddress.class) String email,
        @Format(MailLocale.class) String locale,
        @Valid CriteriaForm criteria) {

    record CriteriaForm(
            @Nullable Set<AlertKind> kinds,
            @Size(max = 20) @Nullable List<@NotBlank @Size(max = 50) String> schemes,
            @Size(max = 20) @Nullable List<@NotBlank @Size(max = 200) String> sponsors,
            @Size(max = 20) @Nullable List<@NotBlank @Size(max = 100) String> keywords) {

        Wishes toWishes() {
            return new Wishes(
                    Objects.requireNonNullElse(kinds, Set.of()),
                    distinct(schemes),
                    distinct(sponsors),
                    distinct(keywords));
        }

        private static Set<String> distinct(@Nullable List<String> values) {
            return values == null ? Set.of() : Set.copyOf(values);
        }
    }

    /** The address stays out of logs, whoever prints this. */
    @Override
    public String toString() {
        return "SubscriptionForm[…]";
    }
}
