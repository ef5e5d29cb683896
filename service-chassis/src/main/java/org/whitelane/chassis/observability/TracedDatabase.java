package org.whitelane.chassis.observability;

import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;

import javax.sql.DataSource;

/** Puts spans around the statements of the service's own pool, where spans are collected at all. */
final class TracedDatabase implements BeanPostProcessor {

    private final Environment environment;
    private final ObjectProvider<Traces> traces;

    TracedDatabase(Environment environment, ObjectProvider<Traces> traces) {
        this.environment = environment;
        this.traces = traces;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool && isWanted()
                ? ProxyDataSourceBuilder.create(pool)
                        .listener(new StatementSpans(traces.getObject()))
                        .build()
                : bean;
    }

    private boolean isWanted() {
        return TraceExport.wanted(environment)
                && environment.getProperty("whitelane.tracing.statements", Boolean.class, true);
    }
}
