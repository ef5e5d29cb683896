package org.whitelane.embedded;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a stored .eml file into what a reader sees. */
final class MailReader {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>\\])}]+");

    private MailReader() {}

    static ReceivedMail read(String id, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var message = new MimeMessage(SESSION, in);
            String text = find(message, "text/plain");
            String html = find(message, "text/html");
            var headers = headers(message);
            return new ReceivedMail(
                    id,
                    addresses(message.getFrom()),
                    headers.getOrDefault("Delivered-To", List.of("")).getFirst(),
                    message.getSubject() == null ? "" : message.getSubject(),
                    message.getMessageID(),
                    Files.getLastModifiedTime(file).toInstant().toString(),
                    headers,
                    text,
                    html,
                    links(text, html));
        } catch (MessagingException e) {
            throw new IOException("Not readable as a mail: " + file, e);
        }
    }

    private static String addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Stream.of(addresses).map(MailReader::address).collect(Collectors.joining(", "));
    }

    private static String address(Address address) {
        return address instanceof InternetAddress internet
                ? internet.toUnicodeString()
                : address.toString();
    }

    private static Map<String, List<String>> headers(MimeMessage message)
            throws MessagingException, IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (var header : Collections.list(message.getAllHeaders())) {
            String value = MimeUtility.decodeText(MimeUtility.unfold(header.getValue()));
            headers.computeIfAbsent(header.getName(), _ -> new ArrayList<>()).add(value);
        }
        return headers;
    }

    private static @Nullable String find(Part part, String type)
            throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent() instanceof String content ? content : null;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                String found = find(child, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static List<String> links(@Nullable String text, @Nullable String html) {
        Set<String> links = new LinkedHashSet<>();
        if (text != null) {
            LINK.matcher(text).results().forEach(match -> links.add(match.group()));
        }
        if (html != null) {
            LINK.matcher(html)
                    .results()
                    .forEach(match -> links.add(match.group().replace("&amp;", "&")));
        }
        return List.copyOf(links);
    }
}
