package org.whitelane.notification.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.whitelane.notification.message.HeaderText;
import org.whitelane.notification.subscription.EmailAddress;

/**
 * @param from the sender's address; its domain also ends every Message-ID, so a change makes
 *     repeated mails look new
 */
@ConfigurationProperties("whitelane.mail")
record MailSettings(
        @DefaultValue("notice@whitelane.example") String from,
        @DefaultValue("Whitelane") String fromName) {

    MailSettings {
        from = EmailAddress.parse(from).value();
        fromName = HeaderText.of(fromName);
    }

    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
