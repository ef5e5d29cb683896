package org.whitelane.embedded;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A real SMTP server that accepts every mail and keeps it: on disk before the sender hears 250,
 * readable over HTTP as pages and JSON ({@code /api/messages}, {@code /api/messages/<id>}, {@code
 * …/raw}), there again after a restart.
 */
public final class MailSink implements AutoCloseable {

    private final MailStore store;
    private final GreenMail smtp;
    private final InboxHttp http;
    private final int httpPort;

    private MailSink(MailStore store, GreenMail smtp, InboxHttp http, int httpPort) {
        this.store = store;
        this.smtp = smtp;
        this.http = http;
        this.httpPort = httpPort;
    }

    public static MailSink start(Path dir, int smtpPort, int httpPort) {
        return start(dir, "127.0.0.1", smtpPort, httpPort);
    }

    private static MailSink start(Path dir, String address, int smtpPort, int httpPort) {
        try {
            var store = new MailStore(dir);
            var setup = new ServerSetup(smtpPort, address, ServerSetup.PROTOCOL_SMTP);
            setup.setServerStartupTimeout(60_000);
            var smtp = new GreenMail(setup);
            smtp.start();
            smtp.getUserManager()
                    .setMessageDeliveryHandler(
                            (_, recipient) -> new Delivery(store, recipient.getEmail()));
            return new MailSink(store, smtp, new InboxHttp(store, address, httpPort), httpPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every mail there is, newest first, read anew. */
    public List<ReceivedMail> mails() {
        return store.list().stream().map(ReceivedMail.Summary::id).map(this::mail).toList();
    }

    public String inboxUrl() {
        return "http://127.0.0.1:" + httpPort + "/";
    }

    @Override
    public void close() {
        http.close();
        smtp.stop();
    }

    private ReceivedMail mail(String id) {
        try {
            return store.find(id).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The sink as a process of its own: {@code directory smtp-port http-port [address]}; the
     * address is the loopback's unless said, in a container for instance. Ends on SIGTERM.
     */
    static void main(String[] args) throws InterruptedException {
        String address = args.length > 3 ? args[3] : "127.0.0.1";
        var sink =
                start(
                        Path.of(args[0]),
                        address,
                        Integer.parseInt(args[1]),
                        Integer.parseInt(args[2]));
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    sink.close();
                                    stopped.countDown();
                                },
                                "mail-stop"));
        System.out.println("Mail sink ready on port " + args[1] + ", inbox " + sink.inboxUrl());
        stopped.await();
    }
}
