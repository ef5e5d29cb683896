package org.whitelane.whitelist.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class IllegalMoveConfiguration implements WebMvcConfigurer {

    private final IllegalMoveRecorder recorder;

    IllegalMoveConfiguration(IllegalMoveRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(recorder);
    }
}
