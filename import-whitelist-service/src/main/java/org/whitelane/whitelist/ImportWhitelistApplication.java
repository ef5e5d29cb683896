package org.whitelane.whitelist;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ImportWhitelistApplication {

    public static void main(String[] args) {
        SpringApplication.run(ImportWhitelistApplication.class, args);
    }
}
