package org.whitelane.whitelist.support;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets real threads run off at one instant. */
public final class Race {

    private Race() {}

    @SafeVarargs
    public static <T> List<T> run(Callable<T>... runners) {
        var barrier = new CyclicBarrier(runners.length);
        try (var threads = Executors.newFixedThreadPool(runners.length)) {
            var running =
                    Arrays.stream(runners)
                            .map(
                                    runner ->
                                            threads.submit(
                                                    () -> {
                                                        barrier.await();
                                                        return runner.call();
                                                    }))
                            .toList();
            return running.stream().map(Race::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
