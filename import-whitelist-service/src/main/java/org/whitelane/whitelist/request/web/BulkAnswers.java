package org.whitelane.whitelist.request.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.web.Bodies;
import org.whitelane.chassis.web.ProblemDocument;

import tools.jackson.databind.json.JsonMapper;

import java.util.function.Supplier;

/** What is said about each line. */
@Component
class BulkAnswers {

    private final Bodies bodies;
    private final JsonMapper mapper;
    private final TransactionTemplate transactions;

    BulkAnswers(Bodies bodies, JsonMapper mapper, TransactionTemplate transactions) {
        this.bodies = bodies;
        this.mapper = mapper;
        this.transactions = transactions;
    }

    /**
     * @param index of the line, from 0
     * @param status as if the line had come alone
     * @param request what was drafted
     * @param problem why it was not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineAnswer(
            int index,
            int status,
            @Nullable RequestView request,
            @Nullable ProblemDocument problem) {}

    LineAnswer done(int index, RequestView request) {
        return new LineAnswer(index, 201, request, null);
    }

    byte[] tried(int index, Supplier<RequestView> draft) {
        var view =
                transactions.execute(
                        status -> {
                            status.setRollbackOnly();
                            return draft.get();
                        });
        return mapper.writeValueAsBytes(new LineAnswer(index, 200, view, null));
    }

    byte[] refused(int index, RuntimeException thrown) {
        var problem = bodies.problem(thrown);
        return mapper.writeValueAsBytes(new LineAnswer(index, problem.status(), null, problem));
    }
}
