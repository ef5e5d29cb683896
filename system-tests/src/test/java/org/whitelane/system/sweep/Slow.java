package org.whitelane.system.sweep;

import org.awaitility.Awaitility;
import org.whitelane.system.sweep.Judge.Question;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many callers who announce a body and send a byte now and then: others are served meanwhile, and
 * the slow ones are sent away at last.
 */
final class Slow {

    private static final int CALLERS = 60;

    private Slow() {}

    /** At all doors at the same time: their patience is long. */
    static void callers(Gun gun, List<URI> doors, Question question) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Void>>();
            for (var door : doors) {
                all.add(
                        () -> {
                            callers(gun, door, question);
                            return null;
                        });
            }
            for (var one : threads.invokeAll(all)) {
                one.get();
            }
        }
    }

    private static void callers(Gun gun, URI door, Question question) throws Exception {
        var shot = question.shot().json("{").instead("Content-Length", "100000");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = new ArrayList<Future<Reply>>();
            for (int i = 0; i < CALLERS; i++) {
                slow.add(threads.submit(() -> drip(door, shot)));
            }
            var other = Shot.of("GET", "/api/v1/whitelist/schemes");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> RawHttp.send(door, other).status() == 200);
            for (var end : slow) {
                gun.judge().answered(question, end.get());
            }
        }
    }

    private static Reply drip(URI door, Shot shot) throws IOException, InterruptedException {
        try (Socket socket = RawHttp.connect(door)) {
            var out = socket.getOutputStream();
            out.write(shot.head());
            var in = new BufferedInputStream(socket.getInputStream());
            // a minute of a byte a second is more patience than any limit of ours
            for (int i = 0; i < 60 && in.available() == 0; i++) {
                out.write('{');
                out.flush();
                Thread.sleep(1000); // the slowness itself
            }
            if (in.available() == 0) {
                socket.shutdownOutput();
            }
            return RawHttp.read(in, "POST");
        } catch (SocketException e) {
            return Reply.NONE;
        }
    }
}
