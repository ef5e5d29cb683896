package org.whitelane.chassis.web;

import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * Answers what never reaches a filter, such as a request line that is none, like everything else
 * instead of in HTML.
 */
public final class ProblemReportValve extends ErrorReportValve {

    private final ProblemWriter writer = new ProblemWriter(problem -> {});

    static void install(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemReportValve.class.getName());
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            writer.write(
                    request.getRequest(),
                    response.getResponse(),
                    Problems.byStatus(Problems.statusOf(response.getStatus())));
        } catch (IOException e) {
            container.getLogger().debug("the caller has gone", e);
        }
    }
}
