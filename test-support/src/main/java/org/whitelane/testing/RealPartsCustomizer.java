package org.whitelane.testing;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

import java.util.HashMap;
import java.util.Map;

/** A record, so that tests with the same parts share a cached context. */
record RealPartsCustomizer(String database, boolean broker) implements ContextCustomizer {

    @Override
    public void customizeContext(
            ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        Map<String, Object> properties = new HashMap<>(Infra.quietLogging());
        if (broker) {
            Infra.warmUpBroker();
        }
        if (!database.isEmpty()) {
            properties.putAll(Infra.properties(Infra.database(database)));
        }
        properties.putAll(Infra.issuer().properties());
        if (broker) {
            properties.put("spring.kafka.bootstrap-servers", Infra.bootstrapServers());
            if (Infra.inContainers()) {
                new AnnotatedBeanDefinitionReader((BeanDefinitionRegistry) context.getBeanFactory())
                        .register(ContainerConnections.class);
            }
        }
        var source = new MapPropertySource("real parts", properties);
        var sources = context.getEnvironment().getPropertySources();
        // What a test says itself wins.
        String inlined = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
        if (sources.contains(inlined)) {
            sources.addAfter(inlined, source);
        } else {
            sources.addFirst(source);
        }
    }
}
