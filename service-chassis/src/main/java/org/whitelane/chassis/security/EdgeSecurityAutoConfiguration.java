package org.whitelane.chassis.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.whitelane.chassis.web.ProblemWriter;

import java.time.Clock;
import java.util.List;

/** Every service checks every token itself; the gateway's check is one more, not the only one. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecuritySettings.class)
@EnableMethodSecurity
public class EdgeSecurityAutoConfiguration {

    /** Pages of ours are plain HTML with a form; the API's answers are no pages at all. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors"
                    + " 'none'";

    @Bean
    Issuers issuers(SecuritySettings settings) {
        return new Issuers(settings.issuers());
    }

    @Bean
    AuthenticationManagerResolver<HttpServletRequest> tokens(
            Issuers issuers, SecuritySettings settings) {
        var verifier = new TokenVerifier(issuers, settings.clockSkew(), Clock.systemUTC());
        return request ->
                authentication ->
                        new CallerAuthentication(
                                verifier.verify(
                                        ((BearerTokenAuthenticationToken) authentication)
                                                .getToken()));
    }

    @Bean
    PublicPaths publicActuator() {
        return PublicPaths.of("GET /actuator/health/**", "GET /actuator/prometheus", "/error");
    }

    /** The last chain: a service may put chains of its own before it. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 100)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            AuthenticationManagerResolver<HttpServletRequest> tokens,
            ObjectProvider<PublicPaths> publicPaths,
            ProblemWriter writer) {
        var problems = new SecurityProblems(writer);
        return http.authorizeHttpRequests(
                        paths -> permit(paths, publicPaths.orderedStream().toList()))
                .oauth2ResourceServer(
                        server ->
                                server.authenticationManagerResolver(tokens)
                                        .authenticationEntryPoint(problems)
                                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(
                        h ->
                                h.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(CONTENT_POLICY)))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // no cookie ever authenticates, so there is nothing to forge
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void permit(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    paths,
            List<PublicPaths> permitted) {
        // a forward inside comes from a request that was let in
        paths.dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll();
        for (var pattern : permitted.stream().flatMap(p -> p.parsed().stream()).toList()) {
            if (pattern.method() == null) {
                paths.requestMatchers(pattern.path()).permitAll();
            } else {
                paths.requestMatchers(pattern.method(), pattern.path()).permitAll();
            }
        }
        paths.anyRequest().authenticated();
    }

    /** PostgreSQL cannot compare with NUL: such a parameter finds nothing but an error. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    WebMvcConfigurer callerMvc() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RolesFirst()).order(Ordered.HIGHEST_PRECEDENCE);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }
}
