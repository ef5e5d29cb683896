package org.whitelane.whitelist.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.whitelane.testing.Infra;
import org.whitelane.whitelist.core.Officer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/** A file that the service was asked for. */
public record Download(int status, byte[] bytes, HttpResponse<byte[]> raw) {

    /**
     * @param headers names and values in turn
     */
    public static Download of(int port, @Nullable Officer officer, String path, String... headers) {
        var uri = URI.create("http://127.0.0.1:" + port + "/api/v1/whitelist" + path);
        var request = HttpRequest.newBuilder(uri);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (officer != null) {
            var roles = officer.roles().toArray(String[]::new);
            var token = Infra.issuer().token(officer.subject(), officer.organisation(), roles);
            request.header("Authorization", "Bearer " + token);
        }
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Download(answer.statusCode(), answer.body(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Download expect(int expected) {
        if (status != expected) {
            throw new AssertionError(
                    "Expected %d, got %d: %s"
                            .formatted(expected, status, new String(bytes, UTF_8)));
        }
        return this;
    }

    public String header(String name) {
        return raw.headers().firstValue(name).orElse("");
    }

    /** Lines by heading. */
    public List<Map<String, String>> csv() {
        var text = new String(bytes, UTF_8).substring(1);
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var parser = CSVParser.parse(text, format)) {
            return parser.getRecords().stream().map(line -> line.toMap()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines by heading; what is empty is left out. */
    public List<Map<String, String>> xlsx() {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = workbook.getFirstSheet().read();
            var headings = rows.getFirst();
            var lines = new ArrayList<Map<String, String>>();
            for (var row : rows.subList(1, rows.size())) {
                var line = new HashMap<String, String>();
                for (var i = 0; i < headings.getCellCount(); i++) {
                    line.put(headings.getCellText(i), row.getCellText(i));
                }
                lines.add(line);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All text in it, also that of the parts of a workbook. */
    public String text() {
        if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
            return new String(bytes, UTF_8);
        }
        var text = new StringBuilder();
        try {
            var file = Files.createTempFile("whitelane-download-", ".zip");
            Files.write(file, bytes);
            try (var zip = new ZipFile(file.toFile())) {
                for (var part : Collections.list(zip.entries())) {
                    text.append(part.getName()).append('\n');
                    text.append(new String(zip.getInputStream(part).readAllBytes(), UTF_8));
                }
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
