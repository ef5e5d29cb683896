package org.whitelane.chassis.web;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;

import org.apache.catalina.Valve;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.List;

/**
 * Strict bodies, problem+json and cursors for every service; everything but cursors also for the
 * gateway.
 */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(BodySettings.class)
public class WebEdgeAutoConfiguration {

    /**
     * Counted by code: illegal moves, faulty forms and refused tokens are seen before somebody
     * complains.
     */
    @Bean
    ProblemWriter problemWriter(ObjectProvider<MeterRegistry> metrics) {
        return new ProblemWriter(
                problem ->
                        metrics.ifAvailable(
                                registry ->
                                        registry.counter(
                                                        "whitelane.problems",
                                                        "code",
                                                        problem.code(),
                                                        "status",
                                                        Integer.toString(problem.status().value()))
                                                .increment()));
    }

    /** One meaning of "blank" in every form of the suite. */
    @Bean
    ValidationConfigurationCustomizer blankInEveryScript() {
        return configuration -> {
            if (configuration instanceof HibernateValidatorConfiguration hibernate) {
                var mapping = hibernate.createConstraintMapping();
                mapping.constraintDefinition(NotBlank.class)
                        .includeExistingValidators(false)
                        .validatedBy(NotBlankValidator.class);
                hibernate.addMapping(mapping);
            }
        };
    }

    @Bean
    ProblemErrorController problemErrorController(ProblemWriter writer) {
        return new ProblemErrorController(writer);
    }

    @Bean
    FilterRegistrationBean<LastResortFilter> lastResortFilter(ProblemWriter writer) {
        var registration = new FilterRegistrationBean<>(new LastResortFilter(writer));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return registration;
    }

    @Bean
    FilterRegistrationBean<UntrustedHeadersFilter> untrustedHeadersFilter() {
        var registration = new FilterRegistrationBean<>(new UntrustedHeadersFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
            ProblemWriter writer, BodySettings settings) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(writer, settings));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({Valve.class, TomcatServletWebServerFactory.class})
    static class OnTomcat {

        /** Outside of every filter: requests that the container itself turns away. */
        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
            return tomcat -> tomcat.addContextCustomizers(ProblemReportValve::install);
        }
    }

    /** Exact decimals in plain digits: 1000, never 1E+3. */
    @Bean
    JsonMapperBuilderCustomizer plainDecimals() {
        return json -> json.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
    }

    @Bean
    Bodies bodies(ObjectProvider<Validator> validator, ObjectProvider<JsonMapper> mapper) {
        return new Bodies(validator.getObject(), mapper.getObject());
    }

    @Bean
    IfMatchArgument ifMatchArgument() {
        return new IfMatchArgument();
    }

    @Bean
    VersionedAdvice versionedAdvice() {
        return new VersionedAdvice();
    }

    @Bean
    WebMvcConfigurer edgeMvc(
            ProblemWriter writer,
            ObjectProvider<Validator> validator,
            ObjectProvider<JsonMapper> mapper,
            IfMatchArgument ifMatch,
            ObjectProvider<RequestCheck> checks) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(ifMatch);
                registry.addInterceptor(
                        new UnexpectedBody(validator.getObject(), mapper.getObject()));
            }

            /** A day in a query is a day in a body: Spring's own parser also takes an offset. */
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, LocalDate.class, ScalarReader::day);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PagingArgument());
                resolvers.add(ifMatch);
                resolvers.add(
                        new BodyArgument(
                                validator.getObject(),
                                mapper.getObject(),
                                checks.orderedStream().toList()));
            }

            /** After the controllers' own @ExceptionHandler methods, before Spring's defaults. */
            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.add(Math.min(1, resolvers.size()), new ProblemResolver(writer));
            }
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(JdbcClient.class)
    static class WithDatabase {

        /** The key is the database's, so that every instance reads the cursors of the others. */
        @Bean
        Cursors cursors(JdbcClient db) {
            return new Cursors(new CursorKey(db));
        }
    }
}
