package org.whitelane.whitelist;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ImportWhitelistApplication {

    public static void main(String[] args) {
        SpringApplication.run(ImportWhitelistApplication.class, args);
    }
}
