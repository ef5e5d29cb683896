package org.whitelane.notification.support;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * An SMTP server that misbehaves as the recipient's name says: {@code refused@}, {@code full@},
 * {@code later@}; and, the first time only, {@code cut@} (takes the mail, never answers), {@code
 * early@} (goes away before the data); {@code slow@} waits for {@link #goOn}, {@code hasty…@} is
 * answered after up to 20 ms.
 */
public final class ScriptedSmtp implements AutoCloseable {

    public record Delivered(String recipient, String messageId) {}

    private final List<Delivered> delivered = new CopyOnWriteArrayList<>();
    private final Set<String> misbehaved = ConcurrentHashMap.newKeySet();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Semaphore slow = new Semaphore(0);
    private final CountDownLatch slowStarted = new CountDownLatch(1);
    private @Nullable ServerSocket server;
    private int port;

    public synchronized void up() {
        try {
            var listening = bound();
            server = listening;
            Thread.ofVirtual().start(() -> accept(listening));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same port each time, and none that the system gives to outgoing connections while we are
     * down.
     */
    private ServerSocket bound() throws IOException {
        while (port == 0) {
            int candidate = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (var unused = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
                port = candidate;
            } catch (BindException e) {
                // somebody's: try another
            }
        }
        return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    public synchronized void down() {
        try {
            if (server != null) {
                server.close();
            }
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Until a {@code slow@} mail is wholly there and unanswered. */
    public void awaitSlow() throws InterruptedException {
        slowStarted.await();
    }

    public void goOn() {
        slow.release();
    }

    public List<Delivered> all() {
        return List.copyOf(delivered);
    }

    public List<Delivered> to(String recipient) {
        return delivered.stream().filter(d -> d.recipient().equals(recipient)).toList();
    }

    @Override
    public void close() {
        down();
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Dialogue(socket).run();
        } catch (IOException e) {
            // the client went away, or we did
        } finally {
            open.remove(socket);
        }
    }

    private final class Dialogue {

        private final Socket socket;
        private final BufferedReader in;
        private String recipient = "";

        Dialogue(Socket socket) throws IOException {
            this.socket = socket;
            this.in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        void run() throws IOException {
            say("220 test");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var verb = line.length() < 4 ? line : line.substring(0, 4);
                switch (verb) {
                    case "RCPT" -> rcpt(line.replaceAll(".*<(.*)>.*", "$1"));
                    case "DATA" -> data();
                    case "QUIT" -> {
                        say("221 bye");
                        return;
                    }
                    default -> say("250 ok");
                }
            }
        }

        private void rcpt(String address) throws IOException {
            recipient = address;
            say(
                    switch (address.substring(0, address.indexOf('@'))) {
                        case "refused" -> "550 5.1.1 <" + address + "> unknown";
                        case "full" -> "552 5.2.2 <" + address + "> is full";
                        case "later" -> "450 4.2.0 <" + address + "> greylisted";
                        default -> "250 ok";
                    });
        }

        private void data() throws IOException {
            if (recipient.startsWith("early@") && misbehaved.add(recipient)) {
                socket.close();
                return;
            }
            say("354 go");
            var messageId = "";
            for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
                if (line == null) {
                    return; // cut off before the final dot: no server takes such a mail
                }
                if (line.startsWith("Message-ID: ")) {
                    messageId = line.substring("Message-ID: ".length());
                }
            }
            delivered.add(new Delivered(recipient, messageId));
            if (recipient.startsWith("cut@") && misbehaved.add(recipient)) {
                socket.close();
                return;
            }
            if (recipient.startsWith("hasty")) {
                // the window between our delivery and the client's knowledge, as wide as on a real
                // network
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(20_000_000));
            }
            if (recipient.startsWith("slow@")) {
                slowStarted.countDown();
                slow.acquireUninterruptibly();
            }
            say("250 ok");
        }

        private void say(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
    }
}
