package io.onhand.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An HTTP/1.1 connection that is kept open, so small that the load generator is not what is
 * measured.
 */
final class KeptConnection implements AutoCloseable {

    private static final int TIMEOUT_MS = 60_000;
    private static final int BUFFER = 64 * 1024;

    private final int port;
    private Socket socket;
    private InputStream in;
    private final StringBuilder line = new StringBuilder();

    /** An answer. */
    record Answer(int status, String body) {}

    KeptConnection(int port) throws IOException {
        this.port = port;
        this.socket = open(port);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    private static Socket open(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MS);
        return socket;
    }

    Answer get(String path, String key) throws IOException {
        return send("GET " + path, bearer(key), "");
    }

    Answer post(String path, String key, String json) throws IOException {
        return send("POST " + path, bearer(key), json);
    }

    /** Posts with whatever headers, each a line. */
    Answer postSigned(String path, String json, List<String> headers) throws IOException {
        return send("POST " + path, String.join("\r\n", headers), json);
    }

    private static String bearer(String key) {
        return "Authorization: Bearer " + key;
    }

    private Answer send(String what, String headers, String json) throws IOException {
        String request =
                what
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                        + headers
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + json.length()
                        + "\r\n\r\n"
                        + json;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
                chunked = true;
            } else if (header.equalsIgnoreCase("connection: close")) {
                last = true;
            }
        }
        byte[] body = chunked ? chunks() : in.readNBytes(length);
        if (last) {
            openAgain();
        }
        return new Answer(status, new String(body, StandardCharsets.UTF_8));
    }

    /** Servers end a connection after so many requests. */
    private void openAgain() throws IOException {
        socket.close();
        socket = open(port);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    private byte[] chunks() throws IOException {
        var body = new java.io.ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        line.setLength(0);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the program closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
