package io.onhand.web.live;

import org.springframework.web.socket.TextMessage;

/** The parts of a client's message, as they come. */
final class Parts {

    private final int bytesMax;
    private final StringBuilder text = new StringBuilder();
    private int bytes;

    /**
     * @param bytesMax bytes of a whole message
     */
    Parts(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** Takes a part; false if the message is too big with it. */
    boolean add(TextMessage part) {
        bytes += part.getPayloadLength();
        if (bytes > bytesMax) {
            text.setLength(0);
            return false;
        }
        text.append(part.getPayload());
        return true;
    }

    /** The whole message; the next one begins. */
    String take() {
        String whole = text.toString();
        text.setLength(0);
        text.trimToSize();
        bytes = 0;
        return whole;
    }
}
