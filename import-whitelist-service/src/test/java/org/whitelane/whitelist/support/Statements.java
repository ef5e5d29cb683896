package org.whitelane.whitelist.support;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.slf4j.MDC;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/** Hears the SQL statements of each request, by its correlation id. */
@TestConfiguration(proxyBeanMethods = false)
public class Statements {

    private static final int REMEMBERED = 1_000;

    private static final Map<String, List<String>> BY_REQUEST =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /** Those that the request behind that answer sent to the database, in order. */
    public static List<String> of(Answer answer) {
        var id = answer.raw().headers().firstValue("X-Correlation-Id").orElseThrow();
        synchronized (BY_REQUEST) {
            return List.copyOf(BY_REQUEST.getOrDefault(id, List.of()));
        }
    }

    @Bean
    static BeanPostProcessor heardDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource real && name.equals("dataSource")
                        ? ProxyDataSourceBuilder.create(real).listener(new Ear()).build()
                        : bean;
            }
        };
    }

    private static final class Ear implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            var id = MDC.get("correlationId");
            if (id != null) {
                synchronized (BY_REQUEST) {
                    var heard = BY_REQUEST.computeIfAbsent(id, _ -> new ArrayList<>());
                    queries.forEach(query -> heard.add(query.getQuery()));
                }
            }
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // what failed was sent, too
        }
    }
}
