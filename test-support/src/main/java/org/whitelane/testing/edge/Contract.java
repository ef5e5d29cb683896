package org.whitelane.testing.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** One part of the promises. */
interface Contract {

    Edge edge();

    /** A request from as many threads at the same moment. */
    static List<Answer> atOnce(int many, Edge edge, Supplier<Call> call) {
        var start = new CyclicBarrier(many);
        try (var threads = Executors.newFixedThreadPool(many)) {
            var running = new ArrayList<Future<Answer>>();
            for (int i = 0; i < many; i++) {
                running.add(threads.submit(() -> sendWhenAllAreHere(start, edge, call.get())));
            }
            var answers = new ArrayList<Answer>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer sendWhenAllAreHere(CyclicBarrier start, Edge edge, Call call)
            throws InterruptedException, BrokenBarrierException {
        start.await();
        return edge.send(call);
    }
}
