package org.whitelane.system.sweep;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * HTTP/1.1 by hand over one connection per request: a proper client refuses to send most of what is
 * sent here.
 */
final class RawHttp {

    /** Milliseconds; ends a hang, judges nothing. */
    private static final int PATIENCE = 90_000;

    private RawHttp() {}

    static Reply send(URI door, Shot shot) throws IOException {
        try (var socket = connect(door)) {
            write(socket, shot);
            return read(new BufferedInputStream(socket.getInputStream()), shot.method());
        }
    }

    static Socket connect(URI door) throws IOException {
        var socket = new Socket();
        socket.setSoTimeout(PATIENCE);
        socket.connect(new InetSocketAddress(door.getHost(), door.getPort()), PATIENCE);
        return socket;
    }

    /** A server may answer and close before it has read everything: its answer still counts. */
    private static void write(Socket socket, Shot shot) throws IOException {
        try {
            var out = socket.getOutputStream();
            out.write(shot.head());
            out.write(shot.body());
            out.flush();
            socket.shutdownOutput(); // a body that was promised and is not there will not come
        } catch (SocketException e) {
            // read what it said before it hung up
        }
    }

    static Reply read(InputStream in, String method) throws IOException {
        try {
            var status = line(in);
            while (status.startsWith("HTTP/1.1 100")) {
                headers(in);
                status = line(in);
            }
            if (!status.matches("HTTP/1\\.[01] [1-5][0-9]{2}.*")) {
                return Reply.NONE;
            }
            int code = Integer.parseInt(status.substring(9, 12));
            var headers = headers(in);
            return new Reply(code, headers, body(in, headers, code, method));
        } catch (SocketException e) {
            return Reply.NONE;
        }
    }

    private static byte[] body(
            InputStream in, Map<String, List<String>> headers, int code, String method)
            throws IOException {
        if (method.equals("HEAD") || code == 204 || code == 304) {
            return new byte[0];
        }
        if (headers.containsKey("transfer-encoding")) {
            return chunks(in);
        }
        var length = headers.get("content-length");
        return length == null
                ? in.readAllBytes()
                : in.readNBytes(Integer.parseInt(length.getFirst()));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var whole = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
            whole.writeBytes(in.readNBytes(size));
            line(in);
            if (size == 0) {
                return whole.toByteArray();
            }
        }
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n' && b >= 0; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
