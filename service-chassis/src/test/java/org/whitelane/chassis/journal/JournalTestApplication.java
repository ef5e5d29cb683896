package org.whitelane.chassis.journal;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.security.Role;
import org.whitelane.embedded.Database;
import org.whitelane.testing.Infra;

import java.util.HashMap;
import java.util.Map;

/**
 * An instance of a service that has nothing but a journal; runs in the test's JVM or as a process
 * of its own.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class JournalTestApplication {

    @Bean
    Scribe scribe(Journal journal, PlatformTransactionManager transactions) {
        return new Scribe(journal, new TransactionTemplate(transactions));
    }

    @Bean
    ObjectReaders regulatorsSeeObjects() {
        return (subject, caller) -> caller.has(Role.REGULATOR);
    }

    public static ConfigurableApplicationContext start(Database database) {
        return start(properties(database));
    }

    /** Serves feed and administration on a free port. */
    public static ConfigurableApplicationContext startWeb(Database database) {
        return start(properties(database), WebApplicationType.SERVLET);
    }

    public static ConfigurableApplicationContext start(Map<String, String> properties) {
        return start(properties, WebApplicationType.NONE);
    }

    public static ConfigurableApplicationContext start(
            Map<String, String> properties, WebApplicationType web) {
        return new SpringApplicationBuilder(JournalTestApplication.class)
                .web(web)
                .properties(new HashMap<>(properties))
                .run();
    }

    public static Map<String, String> properties(Database database) {
        var properties = new HashMap<>(Infra.properties(database));
        properties.putAll(Infra.issuer().properties());
        properties.put("server.port", "0");
        properties.put("spring.kafka.bootstrap-servers", Infra.bootstrapServers());
        properties.put("whitelane.service", "registry");
        properties.put("whitelane.api-path", "registry");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.main.keep-alive", "true");
        properties.put("spring.datasource.hikari.maximum-pool-size", "6");
        properties.put("spring.threads.virtual.enabled", "true");
        properties.put("logging.level.root", "warn");
        properties.put("logging.level.org.whitelane", "info");
        return properties;
    }

    /**
     * {@code args} as usual, e.g. {@code --writers=4 --pause=5}: saves events until it is killed.
     */
    public static void main(String[] args) {
        var context =
                new SpringApplicationBuilder(JournalTestApplication.class)
                        .web(WebApplicationType.NONE)
                        .run(args);
        int writers = context.getEnvironment().getProperty("writers", Integer.class, 0);
        int pause = context.getEnvironment().getProperty("pause", Integer.class, 5);
        context.getBean(Scribe.class).writeForEver(writers, pause);
        System.out.println("INSTANCE READY");
    }
}
