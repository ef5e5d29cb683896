package org.whitelane.chassis.journal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.chassis.security.PublicPaths;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.events.Audience;
import org.whitelane.events.Audiences;
import org.whitelane.events.EventTypes;

/** Only of a service that has something to tell everybody. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@Conditional(PublicFeedConfiguration.TellsEverybody.class)
class PublicFeedConfiguration {

    @Bean
    PublicFeedController publicFeedController(JdbcClient jdbc, Cursors cursors) {
        return new PublicFeedController(
                new Links(jdbc, JournalWebConfiguration.PAGE_BYTES), cursors);
    }

    @Bean
    PublicPaths publicFeeds(@Value("${whitelane.api-path}") String apiPath) {
        return PublicPaths.of("GET /api/v1/" + apiPath + "/public-feed/*");
    }

    static final class TellsEverybody implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var service = context.getEnvironment().getProperty("whitelane.service", "");
            return Audiences.toldTo(Audience.PUBLIC).stream()
                    .anyMatch(type -> EventTypes.topicOf(type).context().equals(service));
        }
    }
}
