package org.whitelane.chassis.apidocs;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.whitelane.chassis.WhitelaneSettings;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.security.PublicPaths;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Paging;

/** The document stands at {@code /api/v1/<api-path>/openapi.json}, for everybody. */
@AutoConfiguration(beforeName = "org.springdoc.core.configuration.SpringDocConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty("springdoc.api-docs.enabled")
public class ApiDocsAutoConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, IfMatch.class, Paging.class)
                .addAnnotationsToIgnore(Body.class);
    }

    @Bean
    PublicPaths publicApiDocument(WhitelaneSettings settings) {
        return PublicPaths.of("GET " + path(settings));
    }

    static String path(WhitelaneSettings settings) {
        return "/api/v1/" + settings.apiPath() + "/openapi.json";
    }

    @Bean
    Definitions apiDefinitions() {
        return new Definitions();
    }

    @Bean
    EdgeOperation edgeOperation(Definitions definitions) {
        return new EdgeOperation(definitions);
    }

    @Bean
    EdgeDocument edgeDocument(
            Definitions definitions,
            WhitelaneSettings settings,
            ObjectProvider<PublicPaths> publicPaths) {
        return new EdgeDocument(definitions, settings, publicPaths.orderedStream().toList());
    }

    /** A document that nobody asks for costs no start: springdoc insists on being eager. */
    @Bean
    static BeanFactoryPostProcessor lazyApiDocs() {
        return beans -> {
            for (var name : beans.getBeanDefinitionNames()) {
                var definition = beans.getBeanDefinition(name);
                var owner = String.valueOf(definition.getFactoryBeanName());
                if (owner.startsWith("org.springdoc")) {
                    definition.setLazyInit(true);
                }
            }
        };
    }
}
