package org.whitelane.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A stream in a file, a JSON object on each line: first which stream it is, then the events as the
 * feed has them, at last where it ends, so that a file that was cut off is known for one. Blocks of
 * lines are hashed by all processors, and followed in their order by one.
 */
final class ExportFile implements Source {

    static final String FORMAT = "org.whitelane.export.v1";

    private final Path file;
    private final JsonNode header;
    private final int headerLength;

    private ExportFile(Path file, JsonNode header, int headerLength) {
        this.file = file;
        this.header = header;
        this.headerLength = headerLength;
    }

    static ExportFile open(Path file) {
        try (var in = Files.newInputStream(file)) {
            var start = in.readNBytes(4096);
            int end = indexOf(start, '\n', 0, start.length);
            var header = end < 0 ? null : json(start, 0, end);
            if (header == null || !header.path("format").asString("").equals(FORMAT)) {
                throw new Unusable(
                        "%s is no export: its first line must be {\"format\":\"%s\",…}; whitelane-verify export writes one."
                                .formatted(file, FORMAT));
            }
            return new ExportFile(file, header, end + 1);
        } catch (IOException e) {
            throw new Unusable("%s cannot be read: %s".formatted(file, e), e);
        }
    }

    @Override
    public String name() {
        return "file " + file;
    }

    @Override
    public String stream() {
        return header.path("stream").asString("");
    }

    @Override
    public @Nullable String incarnation() {
        return header.path("incarnation").asString(null);
    }

    @Override
    public String place(long place) {
        return "byte " + place;
    }

    @Override
    public void read(Walk walk) {
        int workers = Runtime.getRuntime().availableProcessors();
        try (var in = Files.newInputStream(file);
                var pool = Executors.newFixedThreadPool(workers)) {
            in.skipNBytes(headerLength);
            read(in, pool, workers + 1, walk);
            pool.shutdownNow();
        } catch (IOException e) {
            throw new Unusable("%s cannot be read: %s".formatted(file, e), e);
        }
    }

    private void read(InputStream in, ExecutorService pool, int ahead, Walk walk)
            throws IOException {
        var running = new ArrayDeque<Future<Parsed>>();
        var blocks = new Blocks(in, headerLength);
        for (var block = blocks.next(); block != null; block = blocks.next()) {
            var lines = block;
            running.add(pool.submit(() -> parsed(lines)));
            if (running.size() > ahead) {
                blocks.giveBack(tell(running.remove(), walk));
            }
            if (walk.isDone()) {
                return;
            }
        }
        while (!running.isEmpty() && !walk.isDone()) {
            tell(running.remove(), walk);
        }
        if (!walk.isDone()) {
            tellEnd(blocks.last(), walk);
        }
    }

    /**
     * @param bytes may be used again
     */
    private record Parsed(List<Item> items, byte[] bytes) {}

    private static byte[] tell(Future<Parsed> parsed, Walk walk) {
        try {
            parsed.get().items().forEach(walk::accept);
            return parsed.get().bytes();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Unusable unusable
                    ? unusable
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unusable("interrupted", e);
        }
    }

    /** The last line is kept back by whoever cuts the file into blocks. */
    private void tellEnd(byte[] last, Walk walk) {
        JsonNode end;
        try {
            end = JsonEvents.JSON.readTree(last);
        } catch (JacksonException e) {
            end = JsonEvents.JSON.missingNode();
        }
        var hash = end.path("chainhash").asString("");
        if (!end.path("end").isIntegralNumber() || !hash.matches("[0-9a-f]{64}")) {
            throw new Unusable(
                    "%s is cut off: its last line does not say where the stream ends; export it again."
                            .formatted(file));
        }
        walk.ends(end.path("end").longValue(), HexFormat.of().parseHex(hash));
    }

    private Parsed parsed(Blocks.Block block) {
        var quick = new QuickLine();
        var careful = new JsonEvents();
        var items = new ArrayList<Item>();
        var bytes = block.bytes();
        int at = 0;
        while (at < block.length()) {
            var place = block.offset() + at;
            Item item = quick.read(bytes, at, block.length(), place);
            int end = quick.lineEnd();
            if (item == null) {
                end = indexOf(bytes, '\n', at, block.length());
                item = careful.read(json(bytes, at, end, place), place);
            }
            items.add(item);
            at = end + 1;
        }
        return new Parsed(items, bytes);
    }

    private JsonNode json(byte[] bytes, int from, int to, long place) {
        var found = json(bytes, from, to);
        if (found == null) {
            throw new Unusable(
                    "%s is damaged: what stands at byte %d is no JSON: %s"
                            .formatted(
                                    file,
                                    place,
                                    EventAttributesReader.quotable(
                                            new String(
                                                    bytes,
                                                    from,
                                                    Math.min(to - from, 200),
                                                    UTF_8))));
        }
        return found;
    }

    private static @Nullable JsonNode json(byte[] bytes, int from, int to) {
        try {
            return JsonEvents.JSON.readTree(bytes, from, to - from);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static int indexOf(byte[] bytes, int wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
