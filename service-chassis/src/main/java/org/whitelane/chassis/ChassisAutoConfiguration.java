package org.whitelane.chassis;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@AutoConfiguration
@EnableConfigurationProperties(WhitelaneSettings.class)
public class ChassisAutoConfiguration {}
