package org.whitelane.localstack.jvm;

import java.util.concurrent.CountDownLatch;

/** A program small enough to be started often: says that it is up, and stays. */
final class Talker {

    private Talker() {}

    static void main() throws InterruptedException {
        System.out.println("up, says " + new Word("Talker").text());
        new CountDownLatch(1).await();
    }

    /** Lies in a library of its own. */
    record Word(String text) {}
}
