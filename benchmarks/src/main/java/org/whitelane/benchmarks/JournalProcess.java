package org.whitelane.benchmarks;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;

import java.io.IOException;

/**
 * Our side: an instance of a service that has nothing but the chassis' journal. It commits events,
 * and its relay sends them.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class JournalProcess {

    static void main(String[] args) throws IOException {
        var context =
                new SpringApplicationBuilder(JournalProcess.class)
                        .web(WebApplicationType.NONE)
                        .run(args);
        var journal = context.getBean(Journal.class);
        var transaction =
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        var who = PrivatePart.by("benchmark");
        SendingLoop.run(
                event -> {
                    transaction.executeWithoutResult(_ -> journal.append(event, who));
                    return System.nanoTime();
                });
        System.exit(0);
    }
}
