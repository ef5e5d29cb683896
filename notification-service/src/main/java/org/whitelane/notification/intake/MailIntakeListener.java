package org.whitelane.notification.intake;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whitelane.chassis.inbox.InboxConsumer;
import org.whitelane.events.Topic;

import java.util.Set;

@Configuration(proxyBeanMethods = false)
class MailIntakeListener {

    /** The topics that carry mailed events; the inbox applies each at most once. */
    static final Set<Topic> TOPICS = Set.of(Topic.BATCH, Topic.REGISTRATION);

    @Bean
    InboxConsumer mailIntake(AlertIntake intake) {
        return InboxConsumer.effect("mail-intake", TOPICS, intake::on);
    }
}
