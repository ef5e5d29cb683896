package org.whitelane.whitelist;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.whitelane.testing.OpenApiContract;
import org.whitelane.whitelist.support.ServiceTest;

import java.net.URI;

@ServiceTest
class OpenApiTests extends OpenApiContract {

    @Autowired private ApplicationContext application;
    @LocalServerPort private int port;

    @Override
    protected String service() {
        return "whitelist";
    }

    @Override
    protected String apiPath() {
        return "whitelist";
    }

    @Override
    protected URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    protected ApplicationContext application() {
        return application;
    }
}
