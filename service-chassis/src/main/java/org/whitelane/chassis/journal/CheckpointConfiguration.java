package org.whitelane.chassis.journal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;

/** Checkpoints can be read everywhere; they are taken where there is a key. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckpointSettings.class)
class CheckpointConfiguration {

    @Bean
    CheckpointKeys checkpointKeys(CheckpointSettings settings) {
        return CheckpointKeys.of(settings.keyFile());
    }

    @Bean
    Checkpoints checkpoints(JdbcClient jdbc, @Value("${whitelane.service}") String service) {
        return new Checkpoints(jdbc, service);
    }

    @Bean
    @ConditionalOnProperty("whitelane.checkpoints.key-file")
    CheckpointTaker checkpointTaker(
            Checkpoints checkpoints,
            JdbcClient jdbc,
            Journal journal,
            PlatformTransactionManager transactions,
            CheckpointTaker.Signing signing) {
        return new CheckpointTaker(
                checkpoints,
                new StreamProgress(jdbc),
                journal,
                new TransactionTemplate(transactions),
                signing);
    }

    @Bean
    CheckpointTaker.Signing checkpointSigning(
            CheckpointKeys keys,
            RelayKafka kafka,
            Clock clock,
            @Value("${whitelane.service}") String service) {
        return new CheckpointTaker.Signing(service, keys, new TopicEnds(kafka), clock);
    }

    @Bean
    @ConditionalOnProperty("whitelane.checkpoints.key-file")
    CheckpointRounds checkpointRounds(
            LeaderLoop leader,
            CheckpointTaker taker,
            Checkpoints checkpoints,
            CheckpointSettings settings) {
        return new CheckpointRounds(leader, taker, checkpoints, settings.interval());
    }
}
