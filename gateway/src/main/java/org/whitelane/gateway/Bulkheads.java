package org.whitelane.gateway;

import io.github.resilience4j.bulkhead.BulkheadRegistry;

import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.common.Shortcut;
import org.springframework.cloud.gateway.server.mvc.filter.SimpleFilterSupplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.whitelane.chassis.web.Problem;

/**
 * The filter {@code Bulkhead} of a route: requests that wait for a service that has become slow
 * must not take the whole door. Ours, since Spring Cloud's bulkheads move the call to another
 * thread.
 */
@Component
final class Bulkheads extends SimpleFilterSupplier {

    Bulkheads() {
        super(Bulkheads.class);
    }

    @Shortcut
    public static HandlerFilterFunction<ServerResponse, ServerResponse> bulkhead(String id) {
        return (request, next) -> {
            var bulkhead =
                    MvcUtils.getApplicationContext(request)
                            .getBean(BulkheadRegistry.class)
                            .bulkhead(id);
            if (!bulkhead.tryAcquirePermission()) {
                throw Problem.overloaded();
            }
            try {
                return next.handle(request);
            } finally {
                bulkhead.onComplete();
            }
        };
    }
}
