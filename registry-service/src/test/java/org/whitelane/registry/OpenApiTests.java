package org.whitelane.registry;

import org.springframework.context.ApplicationContext;
import org.whitelane.testing.OpenApiContract;

import java.net.URI;
import java.util.Set;

class OpenApiTests extends OpenApiContract {

    private final TestRegistry registry = TestRegistry.sharedInstance();

    @Override
    protected String service() {
        return "registry";
    }

    @Override
    protected String apiPath() {
        return "registry";
    }

    @Override
    protected URI base() {
        return URI.create(registry.api().url());
    }

    @Override
    protected ApplicationContext application() {
        return registry.context();
    }

    @Override
    protected Set<String> answeredByFilters() {
        return Set.of("POST /oauth2/token", "GET /oauth2/jwks");
    }
}
