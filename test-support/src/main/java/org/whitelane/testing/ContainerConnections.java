package org.whitelane.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.testcontainers.kafka.KafkaContainer;

/**
 * The broker's connection in the container mode. The database has none of these: Spring Boot would
 * give the application the container's superuser, and least privilege would be tested no more.
 */
@TestConfiguration(proxyBeanMethods = false)
class ContainerConnections {

    @Bean
    @ServiceConnection
    KafkaContainer brokerContainer() {
        return Infra.brokerContainer();
    }
}
