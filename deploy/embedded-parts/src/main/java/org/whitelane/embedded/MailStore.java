package org.whitelane.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** One .eml file per mail and recipient, numbered in order of arrival. */
final class MailStore {

    private static final Pattern FILE = Pattern.compile("([0-9]{6,9})\\.eml");

    private final Path dir;
    private final ConcurrentSkipListMap<String, ReceivedMail.Summary> summaries =
            new ConcurrentSkipListMap<>();
    private int last;

    MailStore(Path dir) throws IOException {
        this.dir = Files.createDirectories(dir);
        try (var files = Files.newDirectoryStream(dir)) {
            for (Path file : files) {
                var name = FILE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    String id = name.group(1);
                    summaries.put(id, MailReader.read(id, file).summary());
                    last = Math.max(last, Integer.parseInt(id));
                }
            }
        }
    }

    /** Returns when the mail is in the folder under its name: only then may the sender hear 250. */
    synchronized void store(MimeMessage message, String recipient)
            throws IOException, MessagingException {
        String id = "%06d".formatted(last + 1);
        Path attempt = dir.resolve(id + ".tmp");
        try (var out = Files.newOutputStream(attempt)) {
            // As a mail server does on final delivery; the rest stays byte for byte what was
            // received.
            out.write(("Delivered-To: " + recipient + "\r\n").getBytes(UTF_8));
            message.writeTo(out);
        }
        var summary = MailReader.read(id, attempt).summary();
        Files.move(attempt, file(id), StandardCopyOption.ATOMIC_MOVE);
        last++;
        summaries.put(id, summary);
    }

    /** Newest first. */
    List<ReceivedMail.Summary> list() {
        return List.copyOf(summaries.descendingMap().values());
    }

    Optional<ReceivedMail> find(String id) throws IOException {
        return summaries.containsKey(id)
                ? Optional.of(MailReader.read(id, file(id)))
                : Optional.empty();
    }

    Optional<byte[]> raw(String id) throws IOException {
        return summaries.containsKey(id)
                ? Optional.of(Files.readAllBytes(file(id)))
                : Optional.empty();
    }

    private Path file(String id) {
        return dir.resolve(id + ".eml");
    }
}
