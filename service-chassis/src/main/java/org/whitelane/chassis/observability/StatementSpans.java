package org.whitelane.chassis.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

import java.sql.SQLException;
import java.util.List;

/**
 * A span per statement of work that is being recorded; what runs in the background on its own, such
 * as a poll for what is due, would only begin traces that nobody asks for. Names as OpenTelemetry's
 * conventions for databases have them.
 */
final class StatementSpans implements QueryExecutionListener {

    private static final AttributeKey<String> STATUS =
            AttributeKey.stringKey("db.response.status_code");

    private final Traces traces;

    StatementSpans(Traces traces) {
        this.traces = traces;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (!Span.current().isRecording() || queries.isEmpty()) {
            return;
        }
        var statement = Statement.of(queries.getFirst().getQuery());
        var attributes =
                Attributes.builder()
                        .put("db.system.name", "postgresql")
                        .put("db.operation.name", statement.operation())
                        .put("db.query.text", statement.text());
        if (execution.isBatch()) {
            attributes.put("db.operation.batch.size", (long) execution.getBatchSize());
        }
        var span =
                traces.start(
                        statement.summary(),
                        SpanKind.CLIENT,
                        Context.current(),
                        attributes.build());
        execution.addCustomValue(StatementSpans.class.getName(), span);
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        var span = execution.getCustomValue(StatementSpans.class.getName(), Span.class);
        if (span == null) {
            return;
        }
        if (execution.getThrowable() != null) {
            fail(span, execution.getThrowable());
        }
        span.end();
    }

    /** The words of a database's error quote what people typed; its code does not. */
    private static void fail(Span span, Throwable thrown) {
        if (thrown instanceof SQLException refused && refused.getSQLState() != null) {
            span.setAttribute(STATUS, refused.getSQLState());
        }
        Work.fail(span, thrown.getClass().getName());
    }
}
