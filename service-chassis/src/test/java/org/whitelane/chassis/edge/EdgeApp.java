package org.whitelane.chassis.edge;

import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.security.PublicPaths;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A service as small as one can be, without a database: also what the gateway looks like to the
 * chassis.
 */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@Import(EdgeApp.ThingController.class)
class EdgeApp {

    @Bean
    PublicPaths publicThings() {
        return PublicPaths.of("GET /public/**");
    }

    record Thing(@Size(max = 10) String name, @Nullable LocalDate on) {}

    @RestController
    @RequestMapping
    static class ThingController {

        @PostMapping("/things")
        Thing post(@Body Thing thing) {
            return thing;
        }

        @PostMapping("/things/{id}/move")
        String move(@PathVariable UUID id) {
            return id.toString();
        }

        @GetMapping("/things/{id}")
        String get(@PathVariable UUID id) {
            return id.toString();
        }

        @GetMapping("/things")
        Page<String> list(Paging paging, @RequestParam(defaultValue = "0") int from) {
            return new Page<>(java.util.List.of(paging.limit() + "/" + from), null);
        }

        @PostMapping("/form")
        String form(@RequestParam String a) {
            return a;
        }

        @GetMapping("/boom")
        String boom() {
            throw new IllegalStateException("secret inside");
        }

        @GetMapping("/me")
        Caller me(Caller caller) {
            return caller;
        }

        @GetMapping("/public/me")
        String maybe(@Nullable Caller caller) {
            return caller == null ? "nobody" : caller.subject();
        }

        @GetMapping("/registrars")
        @PreAuthorize("hasAnyRole('REGISTRAR', 'OPERATOR')")
        String registrars() {
            return "in";
        }

        @GetMapping("/public/headers")
        String headers(jakarta.servlet.http.HttpServletRequest request) {
            return String.join(",", java.util.Collections.list(request.getHeaderNames()))
                    + request.getScheme();
        }
    }
}
